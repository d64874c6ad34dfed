package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.DirectoryRoleHolding;
import io.drawbridge.edge.azure.directory.DirectoryRoles;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ObjectOwner;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who says what an enterprise application tells another service of its users: whom it is assigned to, with which claims, and whom it provisions.
 *
 * <p>Sources: learn.microsoft.com, "Overview of enterprise application ownership"; Microsoft Entra built-in roles, Application Administrator and
 * Cloud Application Administrator. <b>Not modelled:</b> custom roles with such actions; owners of the registered application alone; applications as
 * owners, which need permissions of Microsoft Graph that make them administrators already.
 */
final class ApplicationManagers {

  static final List<Operation> READS = List.of(new Operation("graph", "servicePrincipals-owners"), new Operation("graph", "roleAssignments"));

  private static final Set<String> ROLES = Set.of("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "158c047a-c907-4556-b7ef-446551a6b5f7");

  private final Map<EntraId, List<Manager>> own = new HashMap<>();
  private final Map<String, List<Manager>> ofTenant = new HashMap<>();
  private final Set<EntraId> seen = new HashSet<>();

  /** Somebody who manages an application, under what, and what says so. */
  record Manager(ResourceId id, Decision decision, Proof proof) {}

  private ApplicationManagers(Estate estate) {
    Directory directory = Directory.of(estate);
    for (ObjectOwner link : estate.inventory().all(ObjectOwner.class)) {
      if (directory.canAct(link.owner()) && estate.inventory().find(EntraUser.class, link.owner()).isPresent()) {
        add(link.owned(), new Manager(link.owner(), new Decision.Allowed(List.of()), Observed.grant(link, "/id", link.owner().objectId())));
      }
    }
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (ROLES.contains(holding.role().objectId())) {
        holding(estate, directory, holding);
      }
    }
  }

  static ApplicationManagers of(Estate estate) {
    return estate.view(ApplicationManagers.class, ApplicationManagers::new);
  }

  /** A role over the tenant is a node, which its holders lead to. */
  private void holding(Estate estate, Directory directory, Holding holding) {
    Proof proof = DirectoryRoleHolding.proof(estate, holding);
    if (!holding.isTenantWide()) {
      if (directory.canAct(holding.principal())) {
        add(holding.limit(), new Manager(holding.principal(), DirectoryRoleHolding.decision(estate, holding), proof));
      }
    } else if (seen.add(holding.role())) {
      ofTenant.computeIfAbsent(holding.role().tenant(), none -> new ArrayList<>()).add(new Manager(holding.role(), new Decision.Allowed(List.of()), proof));
    }
  }

  private void add(EntraId application, Manager manager) {
    own.computeIfAbsent(application, none -> new ArrayList<>()).add(manager);
  }

  /** The global administrator of a tenant. */
  static PrivilegeId administrator(String tenant) {
    return new PrivilegeId(tenant, "TenantGlobalAdmin");
  }

  /** Owners of the service principal, and administrators of it or of every application; the global administrator apart. */
  List<Manager> of(EntraId principal) {
    return Stream.concat(own.getOrDefault(principal, List.of()).stream(), ofTenant.getOrDefault(principal.tenant(), List.of()).stream()).toList();
  }
}
