package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.AccessCatalog;
import io.drawbridge.inventory.azure.AccessPackage;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.PackagePolicy;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may request an access package gets what it gives, once somebody consents where the policy asks for that.
 *
 * <p>What everybody may request is one set for all packages, so that it does not become an edge for each person and package. Source: Microsoft
 * Graph, resource type accessPackageAssignmentPolicy; Microsoft Entra ID Governance, "Change request settings for an access package".
 * <b>Not modelled:</b> people of connected organizations; service principals; policies that assign by a rule; packages that exclude each other.
 */
final class PackageRequests implements EdgeRule {

  static final Operation PACKAGES = new Operation("graph", "entitlementManagement-accessPackages");

  private static final Operation POLICIES = new Operation("graph", "entitlementManagement-assignmentPolicies");

  private static final String EXTERNAL = "allexternalusers";

  /** A package that some may request. */
  private record Open(PackagePolicy policy, AccessPackage accessPackage) {}

  /** Everybody of a kind in a tenant, with or without somebody's consent. */
  private record Everybody(String tenant, String scope, boolean approval) implements Comparable<Everybody> {
    @Override
    public int compareTo(Everybody other) {
      return (tenant + scope + approval).compareTo(other.tenant + other.scope + other.approval);
    }
  }

  @Override
  public List<Operation> reads() {
    return List.of(PACKAGES, POLICIES, new Operation("graph", "entitlementManagement-catalogs"), new Operation("graph", "users"), new Operation("graph", "groups"),
        CrossTenantSettings.DEFAULT, CrossTenantSettings.PARTNERS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.PACKAGE_REQUEST);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var sets = new CapabilitySets(sink);
    SortedMap<Everybody, List<Open>> forAll = new TreeMap<>();
    for (PackagePolicy policy : estate.inventory().all(PackagePolicy.class)) {
      Optional<Open> open = policy.accessPackage().flatMap(id -> estate.inventory().find(AccessPackage.class, id))
          .filter(accessPackage -> policy.requestable() && mayBeRequested(estate, policy, accessPackage)).map(accessPackage -> new Open(policy, accessPackage));
      open.ifPresent(one -> {
        if (scope(policy).equals("specificdirectoryusers")) {
          named(estate, one, sets);
        } else {
          forAll.computeIfAbsent(new Everybody(policy.id().tenant(), scope(policy), policy.approval().required()), none -> new ArrayList<>()).add(one);
        }
      });
    }
    forAll.forEach((everybody, packages) -> everybody(estate, everybody, packages, sets));
    gaps(estate, sink);
  }

  /** A catalog that nobody published has packages that nobody requests; one that was not read restricts nothing that is known. */
  private static boolean mayBeRequested(Estate estate, PackagePolicy policy, AccessPackage accessPackage) {
    Optional<AccessCatalog> catalog = accessPackage.catalog().flatMap(id -> estate.inventory().find(AccessCatalog.class, id));
    return catalog.map(one -> one.published() && (one.external() || !scope(policy).equals(EXTERNAL))).orElse(!scope(policy).equals(EXTERNAL));
  }

  private static String scope(PackagePolicy policy) {
    return policy.targetScope().toLowerCase(Locale.ROOT);
  }

  private static void named(Estate estate, Open open, CapabilitySets sets) {
    List<Entitlements.Share> shares = Entitlements.of(estate).ofPackages("request-package", open.accessPackage.id().text(), List.of(open.accessPackage));
    for (String target : open.policy.targets()) {
      EntraId who = new EntraId(open.policy.id().tenant(), target);
      if (Directory.of(estate).canAct(who)) {
        Entitlements.draw(edge(who, proof(open.policy)), shares, asked(open.policy.approval().required(), open.policy.approval().approvers()), sets);
      }
    }
  }

  private static void everybody(Estate estate, Everybody everybody, List<Open> open, CapabilitySets sets) {
    String capability = "request-as-" + everybody.scope + (everybody.approval ? "-with-approval" : "");
    List<Entitlements.Share> shares = Entitlements.of(estate)
        .ofPackages(capability, "entra://" + everybody.tenant, open.stream().map(Open::accessPackage).distinct().toList());
    List<String> approvers = open.stream().flatMap(one -> one.policy.approval().approvers().stream()).distinct().sorted().toList();
    List<Requirement> asked = new ArrayList<>(asked(everybody.approval, approvers));
    Proof proof = proof(open.getFirst().policy);
    if (everybody.scope.equals(EXTERNAL)) {
      CrossTenantSettings.of(estate).inbound(everybody.tenant, Optional.empty()).ifPresent(asked::addAll);
      proof = proof.and(new Proof(List.of(), CrossTenantSettings.of(estate).unread(everybody.tenant)));
    }
    for (ResourceId who : sources(estate, everybody).toList()) {
      Entitlements.draw(edge(who, proof), shares, asked, sets);
    }
  }

  private static Stream<ResourceId> sources(Estate estate, Everybody everybody) {
    return switch (everybody.scope) {
      case "allmemberusers" -> users(estate, everybody.tenant, user -> !user.userType().equalsIgnoreCase("Guest"));
      case "alldirectoryusers" -> users(estate, everybody.tenant, user -> true);
      case EXTERNAL -> Stream.of(ExternalId.INTERNET);
      default -> Stream.empty();
    };
  }

  private static Stream<ResourceId> users(Estate estate, String tenant, Predicate<EntraUser> which) {
    return estate.inventory().all(EntraUser.class).stream().filter(user -> user.accountEnabled() && user.id().tenant().equals(tenant)).filter(which).map(EntraUser::id);
  }

  private static List<Requirement> asked(boolean approval, List<String> approvers) {
    return approval ? List.of(new Requirement("entra:approval", "ForAnyValue:StringEquals", approvers, false, "an approver of the access package consents"))
        : List.of();
  }

  private static Proof proof(PackagePolicy policy) {
    return Observed.grant(policy, "/allowedTargetScope", policy.displayName() + ": " + policy.targetScope());
  }

  private static Edge edge(ResourceId from, Proof proof) {
    return Edge.of(from, from, EdgeKind.CAN_ADD_MEMBER, EntraTechniques.PACKAGE_REQUEST.id(), proof, Likelihood.EASY.cost());
  }

  private static void gaps(Estate estate, EdgeSink sink) {
    for (AccessPackage accessPackage : estate.inventory().all(AccessPackage.class)) {
      Scope tenant = Scope.tenant(accessPackage.id().tenant());
      if (accessPackage.gives().isEmpty()) {
        sink.gap(Gaps.of(estate, tenant, PACKAGES, accessPackage.id().objectId(), "what the access package gives is not known: read it with resourceRoleScopes"));
      }
    }
    estate.inventory().all(PackagePolicy.class).stream().filter(policy -> policy.accessPackage().isEmpty()).forEach(policy -> sink.gap(Gaps.of(estate,
        Scope.tenant(policy.id().tenant()), POLICIES, policy.id().objectId(), "of which access package the policy is is not known: read it with accessPackage")));
    estate.inventory().all(AccessPackage.class).stream().map(each -> Scope.tenant(each.id().tenant())).distinct()
        .filter(tenant -> estate.coverage().reading(tenant, POLICIES) != Reading.READ
            && estate.inventory().all(PackagePolicy.class).stream().noneMatch(policy -> policy.id().tenant().equals(tenant.id())))
        .forEach(tenant -> sink.gap(Gaps.of(estate, tenant, POLICIES, "", "who may request access packages is not known")));
  }
}
