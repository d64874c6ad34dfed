package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.aws.IdentityStoreGroup;
import io.drawbridge.inventory.aws.IdentityStoreUser;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which user or group of a tenant another directory's user or group is: by the object id that provisioning keeps, else by the name that both sign in
 * by, else by an address that is nobody else's.
 *
 * <p>Source: learn.microsoft.com, "Configure AWS IAM Identity Center for automatic user provisioning", attribute mappings. <b>Not modelled:</b>
 * mappings that a tenant made itself.
 */
final class SameAccount {

  private final Map<EntraId, Resource> byId = new HashMap<>();
  private final Map<Named, Set<EntraId>> byName = new HashMap<>();
  private final Map<Named, Set<EntraId>> byMail = new HashMap<>();
  private final Map<Named, Set<EntraId>> byGroupName = new HashMap<>();

  /** A name in a tenant, in lower case. */
  private record Named(String tenant, String name) {
    Named {
      name = ResourceId.lowerCase(name);
    }
  }

  /**
   * Somebody found, and by what.
   *
   * @param proof of both sides
   */
  record Match(Resource entra, Likelihood likelihood, Proof proof) {}

  private SameAccount(Estate estate) {
    for (EntraUser user : estate.inventory().all(EntraUser.class)) {
      byId.put(user.id(), user);
      add(byName, user.id(), user.userPrincipalName());
      user.mails().forEach(mail -> add(byMail, user.id(), mail));
    }
    for (EntraGroup group : estate.inventory().all(EntraGroup.class)) {
      byId.put(group.id(), group);
      add(byGroupName, group.id(), group.displayName());
    }
  }

  static SameAccount of(Estate estate) {
    return estate.view(SameAccount.class, SameAccount::new);
  }

  private static void add(Map<Named, Set<EntraId>> index, EntraId id, String name) {
    if (!name.isEmpty()) {
      index.computeIfAbsent(new Named(id.tenant(), name), none -> new TreeSet<>()).add(id);
    }
  }

  /** The user of the tenant that a user of an identity store is. */
  Optional<Match> user(String tenant, IdentityStoreUser user) {
    Optional<Match> kept = kept(tenant, user, user.externalIds(), EntraUser.class);
    if (kept.isPresent()) {
      return kept;
    }
    Optional<Match> named = only(byName, tenant, user.userName())
        .map(found -> match(found, user, Likelihood.EASY, "/userPrincipalName", "/UserName", user.userName()));
    return named.or(() -> user.emails().stream().flatMap(mail -> only(byMail, tenant, mail).stream()
        .map(found -> match(found, user, Likelihood.POSSIBLE, "/mail", "/Emails", mail))).findFirst());
  }

  /** The group of the tenant that a group of an identity store is provisioned from. */
  Optional<Match> group(String tenant, IdentityStoreGroup group) {
    return kept(tenant, group, group.externalIds(), EntraGroup.class).or(() -> only(byGroupName, tenant, group.displayName())
        .map(found -> match(found, group, Likelihood.EASY, "/displayName", "/DisplayName", group.displayName())));
  }

  private Optional<Match> kept(String tenant, Resource of, List<String> externalIds, Class<? extends Resource> type) {
    return externalIds.stream().map(id -> Optional.ofNullable(byId.get(new EntraId(tenant, id)))).flatMap(Optional::stream).filter(type::isInstance)
        .map(found -> match(found, of, Likelihood.CERTAIN, "/id", "/ExternalIds", found.id() instanceof EntraId id ? id.objectId() : "")).findFirst();
  }

  private Optional<Resource> only(Map<Named, Set<EntraId>> index, String tenant, String name) {
    Set<EntraId> found = index.getOrDefault(new Named(tenant, name), Set.of());
    return found.size() == 1 ? Optional.ofNullable(byId.get(found.iterator().next())) : Optional.empty();
  }

  private static Match match(Resource entra, Resource other, Likelihood likelihood, String here, String there, String text) {
    return new Match(entra, likelihood, Observed.fact(entra, here, text).and(Observed.fact(other, there, text)));
  }
}
