package io.drawbridge.edge.azure.access;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.ChildGaps;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.edge.azure.data.StoreScopes;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.Subscription;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.AttributeContext;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may do one action of Azure at one scope.
 *
 * <p>Asked are those to whom a role that takes in the action was assigned there or above, and who is in such a group; nobody else can be
 * allowed. The data of a vault in the model of access policies opens to its policies, not to roles.
 * Data of a store is asked for inside it.
 */
final class ArmWhoCan {

  private static final Operation MEMBERS = new Operation("graph", "groups-members");
  private static final Operation SUBSCRIPTIONS = new Operation("arm", "microsoft.resources/subscriptions");

  private final Estate estate;
  private final AzureAuthorization authorization;
  private final Directory directory;
  private final DataDoors doors;
  private final String action;
  private final boolean dataAction;
  private final ArmId scope;
  private final ArmId asked;
  private final AttributeContext attributes;
  private final NavigableSet<CoverageGap> gaps = new TreeSet<>();

  ArmWhoCan(Estate estate, AzureAccess.Question question) {
    this.estate = estate;
    this.authorization = AzureAuthorization.of(estate);
    this.directory = Directory.of(estate);
    this.doors = DataDoors.of(estate);
    this.action = question.action();
    this.dataAction = question.dataAction() || DataActions.of(estate).contains(question.action());
    this.scope = new ArmId(question.resource());
    this.asked = dataAction ? StoreScopes.inside(scope) : scope;
    this.attributes = KnownAttributes.at(scope, question.stated());
  }

  Access answer() {
    SortedSet<AccessRuling> rulings = new TreeSet<>();
    Optional<Vault> vault = dataAction ? doors.openedByPolicies(scope, action) : Optional.empty();
    if (vault.isPresent()) {
      doors.allowed(vault.get(), action).forEach((principal, ruling) -> members(principal).forEach((who, membership) ->
          rulings.add(row(who, new Ruling(ruling.decision(), ruling.proof().and(membership))))));
    } else {
      byRoles(rulings);
    }
    return new Access(List.copyOf(rulings), List.copyOf(gaps), false);
  }

  private void byRoles(SortedSet<AccessRuling> rulings) {
    gaps.addAll(authorization.gaps(scope));
    gaps.addAll(authorization.gaps());
    unlisted().ifPresent(gaps::add);
    doors.unknown(scope, dataAction).ifPresent(gaps::add);
    Set<EntraId> seen = new HashSet<>();
    candidates().forEach(holder -> members(holder).keySet().stream().filter(seen::add).forEach(who -> {
      Ruling ruling = doors.behind(scope, dataAction, authorization.ruling(who, action, dataAction, asked, attributes));
      if (ruling.possible()) {
        rulings.add(row(who, new Ruling(ruling.decision(), ruling.proof().and(memberships(who, ruling.decision())))));
      }
    }));
  }

  /** A subscription of which nothing was read is not one where nobody holds a role. */
  private Optional<CoverageGap> unlisted() {
    Scope home = Readings.home(scope);
    return scope.subscription().filter(id -> estate.inventory().find(Subscription.class, new ArmId("/subscriptions/" + id)).isEmpty())
        .filter(id -> !estate.coverage().scopes().contains(home))
        .map(id -> Gaps.of(estate, home, SUBSCRIPTIONS, "", "no listing shows this subscription, and who holds roles there is not known"));
  }

  private AccessRuling row(EntraId who, Ruling ruling) {
    return new AccessRuling(who.text(), action, dataAction, scope.text(), ruling);
  }

  private Stream<EntraId> candidates() {
    Set<ArmId> chain = new HashSet<>(authorization.reaching(scope));
    return authorization.held().all().stream().filter(held -> chain.contains(held.scope())).filter(this::grants).map(RoleAssignment::principalId).sorted().distinct()
        .map(id -> authorization.principal(id, scope));
  }

  private boolean grants(RoleAssignment held) {
    return Optional.ofNullable(authorization.definitions().get(held.roleGuid())).stream()
        .anyMatch(role -> role.permissions().stream().anyMatch(block -> block.covers(action, dataAction)));
  }

  /** Whom a holder stands for: itself, or who is in the group, each with the memberships that make it so. */
  private SortedMap<EntraId, Proof> members(EntraId holder) {
    SortedMap<EntraId, Proof> actors = new TreeMap<>();
    Set<EntraId> groups = new TreeSet<>();
    directory.actors(holder, actors, groups);
    gaps.addAll(ChildGaps.of(estate, MEMBERS, groups, "who is in this group is not known"));
    return actors;
  }

  /** By which groups the assignments that decided reach somebody. */
  private Proof memberships(EntraId who, Decision decision) {
    Proof proof = Proof.of(List.of());
    for (String holder : authorization.holders(decision)) {
      proof = proof.and(directory.membership(who, holder));
    }
    return proof;
  }
}
