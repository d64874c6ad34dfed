package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.directory.SignIns.Credential;
import io.drawbridge.edge.azure.directory.SignIns.Share;
import io.drawbridge.inventory.azure.EntraUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The users whose credentials an administrator's role may reset.
 *
 * <p>Which role touches whom is in {@link ProtectedUsers}. Guests keep their credentials at home. Source: Microsoft Entra, "Privileged roles
 * and permissions", who can reset passwords.
 */
final class ResettableUsers {

  /** Roles that give a user a pass or another method, not only a password: Authentication and Privileged Authentication Administrator. */
  private static final Set<String> MANAGE_METHODS = Set.of("c4e39bd9-1100-46d3-8c65-fb160da0071f", "7be44c8a-adaf-4e2a-84d6-ab2649e08a13");

  private final Estate estate;
  private final Map<String, List<Share>> known = new HashMap<>();
  private final TenantSets sets;
  private final ProtectedUsers table;

  private ResettableUsers(Estate estate) {
    this.estate = estate;
    this.sets = TenantSets.of(estate);
    this.table = ProtectedUsers.of(estate);
  }

  static ResettableUsers of(Estate estate) {
    return estate.view(ResettableUsers.class, ResettableUsers::new);
  }

  /** Whom a role over the whole tenant may reset; units with restricted management are out of its reach. */
  List<Share> inTenant(EntraId role) {
    return known.computeIfAbsent(role.text(), none -> shares(name(role), role.tenant(), credential(role),
        user -> kept().test(user) && table.resets(role, user.id()) && !sets.isRestricted(user.id())));
  }

  /** Whom the same role within one unit may reset. */
  List<Share> inUnit(EntraId role, EntraId unit) {
    return known.computeIfAbsent(role.text() + " " + unit.text(), none -> {
      Stream<EntraUser> users = sets.unit(unit).stream().sorted().flatMap(id -> estate.inventory().find(EntraUser.class, id).stream())
          .filter(user -> sets.isManagedFrom(unit, user.id()) && kept().test(user) && table.resetsInUnit(role, user.id()));
      return SignIns.of(estate).shares(name(role), unit.text(), users, credential(role));
    });
  }

  /** Everyone of a tenant whom permissions of Microsoft Graph reach: whoever is in no unit with restricted management. */
  List<Share> manageable(String tenant) {
    return known.computeIfAbsent("add-authentication-method " + tenant, none -> shares("add-authentication-method", tenant, Credential.MULTIFACTOR,
        user -> kept().test(user) && !sets.isRestricted(user.id())));
  }

  /** Those of them who hold no role. */
  List<Share> plain(String tenant) {
    return known.computeIfAbsent("reset-plain " + tenant, none -> shares("reset-plain", tenant, Credential.PASSWORD,
        user -> kept().test(user) && table.isPlain(user.id()) && !sets.isRestricted(user.id())));
  }

  private List<Share> shares(String capability, String tenant, Credential credential, Predicate<EntraUser> which) {
    Stream<EntraUser> users = estate.inventory().all(EntraUser.class).stream().filter(user -> user.id().tenant().equals(tenant)).filter(which);
    return SignIns.of(estate).shares(capability, "entra://" + tenant, users, credential);
  }

  private static Credential credential(EntraId role) {
    return MANAGE_METHODS.contains(role.objectId()) ? Credential.MULTIFACTOR : Credential.PASSWORD;
  }

  /** Anyone who signs in with credentials that the tenant keeps. */
  static Predicate<EntraUser> kept() {
    return user -> user.accountEnabled() && !user.external();
  }

  private static String name(EntraId role) {
    return "reset-credential-as-" + role.objectId();
  }
}
