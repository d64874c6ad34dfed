package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AccessPackage;
import io.drawbridge.inventory.azure.CatalogResource;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What catalogs and access packages of entitlement management give: groups, and directory roles.
 *
 * <p>A group that may hold roles is given as any other once somebody who manages it has put it there. It gives no dynamic or synchronised group, nor
 * one in a unit with restricted management. A privileged role is given as eligible only. Source: Microsoft Entra ID Governance, "Assign Microsoft
 * Entra roles", "Create and manage a catalog of resources"; "Restricted management administrative units". <b>Not modelled:</b> roles in applications
 * and sites; packages and groups that exclude each other.
 */
final class Entitlements {

  private static final String GROUP = "AadGroup";
  private static final String ROLE = "DirectoryRole";

  /** Given in a package as held at once. */
  private static final String ACTIVE = "active";

  /** Roles that lead further and are not among the privileged: Groups, Identity Governance, Windows 365, Knowledge, Exchange, SharePoint, Teams and
   * Yammer Administrator, and Knowledge Manager. */
  private static final Set<String> GIVEN_ACTIVE =
      Set.of("fdd7a751-b60b-444a-984c-02652fe8fa1c", "45d8d3c5-c802-45c6-b32a-1d70b5e1e86e", "11451d60-acb2-45eb-a7d6-43d0f0125c13",
          "b5a8dcf3-09d5-43a9-a639-8e29ef291470", "744ec460-397e-42ad-a462-8b3f9747a02c", "29232cdf-9323-42fd-ade2-1d097af3e4de",
          "f28a1f50-f6e7-4571-818b-6a12f2af6b6c", "69091246-20e8-4a56-aa4d-066075b2a7a8", "810a2642-a034-447f-a5e8-41beaa378541");

  private final Estate estate;
  private final Map<EntraId, List<CatalogResource>> resources = new HashMap<>();
  private final Map<EntraId, List<AccessPackage>> packages = new HashMap<>();

  /** What may be gained, and what must be done besides. */
  private record Gain(List<Requirement> requirements, Member member) {}

  /** Gains that ask for the same. */
  record Share(CapabilitySet set, List<Requirement> requirements) {}

  private Entitlements(Estate estate) {
    this.estate = estate;
    estate.inventory().all(CatalogResource.class).forEach(each -> resources.computeIfAbsent(each.catalog(), none -> new ArrayList<>()).add(each));
    estate.inventory().all(AccessPackage.class).forEach(each -> each.catalog().ifPresent(catalog ->
        packages.computeIfAbsent(catalog, none -> new ArrayList<>()).add(each)));
  }

  static Entitlements of(Estate estate) {
    return estate.view(Entitlements.class, Entitlements::new);
  }

  /** All that new packages of a catalog may give. */
  List<Share> ofCatalog(EntraId catalog) {
    return shares("assign-by-catalog", catalog.text(), inCatalog(catalog));
  }

  /** The same of all catalogs of a tenant. */
  List<Share> ofTenant(String tenant) {
    return shares("assign-by-catalog", "entra://" + tenant, resources.keySet().stream().filter(catalog -> catalog.tenant().equals(tenant)).sorted().flatMap(this::inCatalog));
  }

  /** What the packages give that are in a catalog already. */
  List<Share> ofPackagesIn(EntraId catalog) {
    return shares("assign-by-package", catalog.text(), packages.getOrDefault(catalog, List.of()).stream().flatMap(this::inPackage));
  }

  /** What some packages give. */
  List<Share> ofPackages(String capability, String scope, List<AccessPackage> some) {
    return shares(capability, scope, some.stream().flatMap(this::inPackage));
  }

  private Stream<Gain> inCatalog(EntraId catalog) {
    return resources.getOrDefault(catalog, List.of()).stream().flatMap(each -> gain(each, each.originSystem(), "", each.originId()).stream());
  }

  private Stream<Gain> inPackage(AccessPackage accessPackage) {
    return accessPackage.gives().stream().flatMap(List::stream)
        .flatMap(each -> gain(accessPackage, each.originSystem(), each.role(), each.originId()).stream());
  }

  private Optional<Gain> gain(Resource read, String system, String role, String originId) {
    EntraId id = new EntraId(((EntraId) read.id()).tenant(), originId);
    if (system.equalsIgnoreCase(GROUP)) {
      boolean open = estate.inventory().find(EntraGroup.class, id).filter(CredentialTargets::takesMembers).isPresent() && !TenantSets.of(estate).isRestricted(id);
      return open ? Optional.of(new Gain(List.of(), new Member(id, Observed.grant(read, "/originId", originId)))) : Optional.empty();
    }
    if (!system.equalsIgnoreCase(ROLE) || !DirectoryRoles.of(estate).named().containsKey(id)) {
      return Optional.empty();
    }
    boolean active = role.equalsIgnoreCase(ACTIVE) || (role.isEmpty() && GIVEN_ACTIVE.contains(originId));
    Activations activations = Activations.of(estate);
    return Optional.of(active ? new Gain(List.of(), new Member(id, Observed.grant(read, "/originId", originId)))
        : new Gain(activations.ofRole(id), new Member(id, Observed.grant(read, "/originId", originId).and(activations.sideOfRole(id)))));
  }

  /** Draws an edge to each share; nobody gains itself. */
  static void draw(Edge plain, List<Share> shares, List<Requirement> asked, CapabilitySets sets) {
    for (Share share : shares) {
      boolean itself = share.set.members().size() == 1 && share.set.members().getFirst().id().equals(plain.from());
      if (!itself) {
        Decision decision = Deciding.and(Deciding.and(new Decision.Allowed(List.of()), asked), share.requirements);
        Edge edge = Edge.of(plain.from(), share.set.id(), plain.kind(), plain.technique(), plain.proof(), plain.cost());
        sets.connect(edge, decision, plain.from(), share.set);
      }
    }
  }

  private static List<Share> shares(String capability, String scope, Stream<Gain> gains) {
    Map<List<Requirement>, Map<EntraId, Member>> byRequirements = new LinkedHashMap<>();
    gains.forEach(gain -> byRequirements.computeIfAbsent(gain.requirements, none -> new LinkedHashMap<>())
        .putIfAbsent((EntraId) gain.member.id(), gain.member));
    List<Share> shares = new ArrayList<>();
    byRequirements.forEach((requirements, members) -> shares.add(
        new Share(CapabilitySet.of(capability + SignIns.suffix(requirements), scope, List.of(), List.copyOf(members.values())), requirements)));
    return shares;
  }
}
