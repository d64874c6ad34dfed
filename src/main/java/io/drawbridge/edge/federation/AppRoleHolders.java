package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.AppRoleAssignment;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.GroupMember;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is assigned to an application: users, and groups with their direct members.
 *
 * <p>Who is in a group within an assigned group is not assigned. Hence a group that has groups in it leads on only for who is a direct member, and
 * each direct member besides in its own name. Source: learn.microsoft.com, "Assign users and groups to an application".
 */
final class AppRoleHolders {

  private static final Decision ALWAYS = new Decision.Allowed(List.of());
  private static final Requirement DIRECT = new Requirement("entra:direct-member", "Bool", List.of("true"), false,
      "it is a direct member of the assigned group, and not in a group within it");

  private final Estate estate;
  private final Map<EntraId, List<AppRoleAssignment>> byResource = new HashMap<>();

  /** Somebody whom an assignment lets in, under what, and what says so. */
  record Holder(EntraId id, Decision decision, Proof proof) {}

  private AppRoleHolders(Estate estate) {
    this.estate = estate;
    estate.inventory().all(AppRoleAssignment.class)
        .forEach(assignment -> byResource.computeIfAbsent(assignment.resource(), none -> new ArrayList<>()).add(assignment));
  }

  static AppRoleHolders of(Estate estate) {
    return estate.view(AppRoleHolders.class, AppRoleHolders::new);
  }

  List<AppRoleAssignment> assignments(EntraId application) {
    return byResource.getOrDefault(application, List.of());
  }

  /** What is not known when no assignment of an application was read. */
  Optional<CoverageGap> gap(EntraId application, Scope tenant) {
    boolean read = byResource.containsKey(application) || estate.coverage().reading(tenant, EntraResources.ASSIGNMENTS, application.objectId()) == Reading.READ;
    return read ? Optional.empty() : Optional.of(Gaps.of(estate, tenant, EntraResources.ASSIGNMENTS, application.objectId(),
        "who is assigned to an application that signs in to AWS is not known"));
  }

  /** Whom an assignment lets in. */
  List<Holder> of(AppRoleAssignment assignment) {
    EntraId principal = assignment.principal();
    Proof proof = Observed.grant(assignment, "/principalId", principal.objectId());
    Optional<EntraUser> user = estate.inventory().find(EntraUser.class, principal);
    if (user.isPresent()) {
      return user.get().accountEnabled() ? List.of(new Holder(principal, ALWAYS, proof)) : List.of();
    }
    return estate.inventory().find(EntraGroup.class, principal).isPresent() ? group(principal, proof) : List.of();
  }

  private List<Holder> group(EntraId group, Proof proof) {
    List<GroupMember> members = Directory.of(estate).members(group);
    boolean nests = members.stream().anyMatch(link -> estate.inventory().find(EntraGroup.class, link.member()).isPresent());
    if (!nests) {
      return List.of(new Holder(group, ALWAYS, proof));
    }
    List<Holder> holders = new ArrayList<>();
    holders.add(new Holder(group, new Decision.Conditional(List.of(new Residual(List.of(DIRECT))), List.of(), false), proof));
    members.stream().filter(link -> estate.inventory().find(EntraUser.class, link.member()).filter(EntraUser::accountEnabled).isPresent())
        .forEach(link -> holders.add(new Holder(link.member(), ALWAYS, proof.and(Observed.fact(link, "/id", link.member().objectId())))));
    return holders;
  }
}
