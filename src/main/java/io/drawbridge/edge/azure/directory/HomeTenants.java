package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.Domain;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.Tenant;
import io.drawbridge.inventory.azure.TenantInformation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where guests come from, and who signs in there as them: the user at home where the home was read, its global administrator where its users were
 * not, the foreign tenant otherwise.
 */
final class HomeTenants {

  static final Operation INFORMATION = new Operation("graph", "tenantInformation");

  private static final Operation USERS = new Operation("graph", "users");

  private final Estate estate;
  private final Map<String, String> tenantOfDomain = new HashMap<>();
  private final Map<String, EntraUser> users = new HashMap<>();

  private HomeTenants(Estate estate) {
    this.estate = estate;
    var all = estate.inventory();
    all.all(TenantInformation.class).forEach(each -> tenantOfDomain.put(each.domain(), each.tenantId()));
    all.all(Tenant.class).forEach(each -> each.verifiedDomains().forEach(domain -> tenantOfDomain.put(ResourceId.lowerCase(domain), each.id().tenant())));
    all.all(Domain.class).stream().filter(Domain::verified).forEach(each -> tenantOfDomain.put(each.name(), each.id().tenant()));
    all.all(EntraUser.class).stream().filter(user -> !user.external()).forEach(user -> Stream.concat(Stream.of(user.userPrincipalName()), user.mails().stream())
        .forEach(address -> users.putIfAbsent(user.id().tenant() + " " + ResourceId.lowerCase(address), user)));
  }

  static HomeTenants of(Estate estate) {
    return estate.view(HomeTenants.class, HomeTenants::new);
  }

  /** The tenant at home, when something tells it. */
  Optional<String> tenant(EntraUser guest) {
    return Optional.ofNullable(tenantOfDomain.get(domain(address(guest)))).filter(tenant -> !tenant.equals(guest.id().tenant()));
  }

  /** Who signs in as the guest; nobody when its account at home is gone or switched off. */
  Optional<ResourceId> source(EntraUser guest) {
    String address = address(guest);
    Optional<String> tenant = tenant(guest);
    if (domain(address).isEmpty() || tenant.isEmpty()) {
      return Optional.of(domain(address)).filter(domain -> !domain.isEmpty()).map(domain -> new ExternalId("entra", domain));
    }
    return estate.coverage().reading(Scope.tenant(tenant.get()), USERS) == Reading.READ
        ? Optional.ofNullable(users.get(tenant.get() + " " + address)).filter(EntraUser::accountEnabled).map(EntraUser::id)
        : Optional.of(whoRules(tenant.get()));
  }

  /** Whoever rules a tenant. */
  ResourceId whoRules(String tenant) {
    boolean collected = estate.coverage().scopes().contains(Scope.tenant(tenant));
    return collected ? new PrivilegeId(tenant, DirectoryRolePower.GLOBAL_ADMIN) : new ExternalId("entra", tenant);
  }

  /** The mail address, or the one that the guest's name is made of: {@code alice_reef.example#EXT#@…}. */
  private static String address(EntraUser guest) {
    String name = ResourceId.lowerCase(guest.userPrincipalName());
    return ResourceId.lowerCase(guest.mails().isEmpty() ? name.substring(0, name.indexOf("#ext#")).replaceFirst("_(?=[^_]*$)", "@") : guest.mails().getFirst());
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
