package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.ChildGaps;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.AccessCatalog;
import io.drawbridge.inventory.azure.CatalogRoleAssignment;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.Requirement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who manages catalogs of entitlement management assigns itself packages with whatever the catalogs hold.
 *
 * <p>Owners of a catalog and managers of its packages make new ones; who manages assignments gives what packages there are. Applications
 * assign to users: one must be in the caller's hands. Source: Microsoft Entra ID Governance, "Delegation and roles in entitlement management".
 * <b>Not modelled:</b> putting a group of one's own into a catalog, which gains nothing; creating catalogs.
 */
final class CatalogControl implements EdgeRule {

  static final String PERMISSION = "EntitlementManagement.ReadWrite.All";

  private static final Operation CATALOGS = new Operation("graph", "entitlementManagement-catalogs");
  private static final Operation RESOURCES = new Operation("graph", "entitlementManagement-catalogs-resources");
  private static final Operation ROLES = new Operation("graph", "entitlementManagement-roleAssignments");

  private static final String IDENTITY_GOVERNANCE_ADMINISTRATOR = "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e";

  /** Catalog owner, access package manager. */
  private static final Set<String> MAKE_PACKAGES = Set.of("ae79f266-94d4-4dab-b730-feca7e132178", "7f480852-ebdc-47d4-87de-0d8498384a83");
  private static final String ASSIGNMENT_MANAGER = "e2182095-804a-4656-ae11-64734e9b7ae5";

  @Override
  public List<Operation> reads() {
    return List.of(CATALOGS, RESOURCES, ROLES, PackageRequests.PACKAGES, new Operation("graph", "groups"), new Operation("graph", "roleAssignments"),
        new Operation("graph", "servicePrincipals-appRoleAssignments"), Activations.POLICIES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.CATALOG_CONTROL);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var sets = new CapabilitySets(sink);
    Set<String> tenants = new HashSet<>();
    for (CatalogRoleAssignment held : estate.inventory().all(CatalogRoleAssignment.class)) {
      if (Directory.of(estate).canAct(held.principal())) {
        Proof proof = Observed.grant(held, "/roleDefinitionId", held.role());
        Entitlements.draw(edge(held.principal(), proof), shares(estate, held), asked(estate, held.principal()), sets);
      }
    }
    new TreeMap<>(AppRoles.of(estate).all()).forEach((principal, roles) -> roles.stream()
        .filter(role -> role.permission().equals(PERMISSION) && Directory.of(estate).canAct(principal)).forEach(role -> {
          tenants.add(principal.tenant());
          Proof proof = Observed.grant(role.record(), "/appRoleId", role.permission());
          Entitlements.draw(edge(principal, proof), Entitlements.of(estate).ofTenant(principal.tenant()), asked(estate, principal), sets);
        }));
    SortedMap<EntraId, Holding> wide = new TreeMap<>();
    DirectoryRoles.of(estate).holdings().stream().filter(holding -> holding.isTenantWide() && holding.role().objectId().equals(IDENTITY_GOVERNANCE_ADMINISTRATOR))
        .forEach(holding -> wide.putIfAbsent(holding.role(), holding));
    wide.forEach((role, holding) -> {
      tenants.add(role.tenant());
      Edge plain = edge(role, Observed.grant(holding.record(), "/roleDefinitionId", role.objectId()));
      Entitlements.draw(plain, Entitlements.of(estate).ofTenant(role.tenant()), List.of(), sets);
    });
    gaps(estate, tenants, sink);
  }

  private static List<Entitlements.Share> shares(Estate estate, CatalogRoleAssignment held) {
    Entitlements entitlements = Entitlements.of(estate);
    EntraId catalog = new EntraId(held.principal().tenant(), held.catalog());
    if (held.role().equals(ASSIGNMENT_MANAGER)) {
      return entitlements.ofPackagesIn(catalog);
    }
    return MAKE_PACKAGES.contains(held.role()) ? entitlements.ofCatalog(catalog) : List.of();
  }

  private static List<Requirement> asked(Estate estate, EntraId holder) {
    return estate.inventory().find(ServicePrincipal.class, holder).isPresent() ? GraphGrants.A_USER : List.of();
  }

  /** Ends where it begins until it is drawn to what is gained. */
  private static Edge edge(EntraId from, Proof proof) {
    return Edge.of(from, from, EdgeKind.CAN_ADD_MEMBER, EntraTechniques.CATALOG_CONTROL.id(), proof, Likelihood.EASY.cost());
  }

  private static void gaps(Estate estate, Set<String> managed, EdgeSink sink) {
    List<AccessCatalog> catalogs = estate.inventory().all(AccessCatalog.class);
    ChildGaps.of(estate, RESOURCES, catalogs.stream().map(AccessCatalog::id).toList(), "what the catalog may give is not known").forEach(sink::gap);
    catalogs.stream().map(catalog -> Scope.tenant(catalog.id().tenant())).distinct().filter(tenant -> estate.coverage().reading(tenant, ROLES) != Reading.READ)
        .forEach(tenant -> sink.gap(Gaps.of(estate, tenant, ROLES, "", "who manages catalogs of entitlement management is not known")));
    managed.stream().sorted().map(Scope::tenant).filter(tenant -> estate.coverage().reading(tenant, CATALOGS) != Reading.READ)
        .forEach(tenant -> sink.gap(Gaps.of(estate, tenant, CATALOGS, "", "which catalogs of entitlement management there are is not known")));
  }
}
