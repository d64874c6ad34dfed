package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.Application;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which directory objects a new credential can be added to, and which groups a new member.
 *
 * <p>Managed identities and agents take no credentials, nor do service principals whose application locks them, nor those of Microsoft's own
 * applications. Sources: managed identities, "frequently asked questions"; "Configure app instance property lock". What policies
 * of application management ask is in {@link CredentialRestrictions}. Members of a dynamic
 * group come from its rule; those of a synchronised group from outside.
 */
final class CredentialTargets {

  /** Microsoft's tenant of services. */
  private static final String MICROSOFT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

  private final SortedSet<EntraId> takers = new TreeSet<>();

  private CredentialTargets(Estate estate) {
    Set<String> locked = new HashSet<>();
    for (Application application : estate.inventory().all(Application.class)) {
      takers.add(application.id());
      if (application.instanceLocked()) {
        locked.add(application.appId());
      }
    }
    for (ServicePrincipal principal : estate.inventory().all(ServicePrincipal.class)) {
      boolean own = !principal.isManagedIdentity() && !principal.isAgent() && !principal.appOwnerTenantId().equals(MICROSOFT) && !locked.contains(principal.appId());
      if (own && principal.accountEnabled()) {
        takers.add(principal.id());
      }
    }
  }

  static CredentialTargets of(Estate estate) {
    return estate.view(CredentialTargets.class, CredentialTargets::new);
  }

  /** Applications and service principals of all tenants, sorted. */
  SortedSet<EntraId> all() {
    return takers;
  }

  boolean takesCredential(EntraId id) {
    return takers.contains(id);
  }

  static boolean takesMembers(EntraGroup group) {
    return !group.membership().dynamic() && !group.membership().onPremisesSynced();
  }
}
