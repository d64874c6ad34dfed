package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.AttributeContext;
import io.drawbridge.policy.azure.AzureEvaluator;
import io.drawbridge.policy.azure.AzureRequest;
import io.drawbridge.policy.azure.AzureRoles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Draws who gains what by one action: an edge from each holder of a grant into the sets below the grant's scope.
 *
 * <p>INVARIANT: what the edges say of a principal, memberships followed and sets expanded, is what {@link AzureAuthorization#ruling}
 * says of it and each target, and what {@link AzureSignIn} asks for besides; denies apart that {@link DeploymentStacks} let it lift.
 */
public final class CapabilityDerivation {

  private final Estate estate;
  private final EdgeSink sink;
  private final AzureAuthorization authorization;
  private final Directory directory;
  private final CapabilitySets sets;
  private final Beside beside;
  private final Divisions divisions;
  private final AzureEvaluator evaluator = new AzureEvaluator();
  private final Map<Under, AzureRoles> under;
  private final Map<Bearing, Set<String>> telling = new HashMap<>();

  /** What may forbid a capability to one and not to another. */
  private record Bearing(AppliedDenies denies, boolean locked) {}

  /** Definitions under deny assignments, worked out once for all grants. */
  private record Under(AppliedDenies denies, AzureRoles defined) {}

  /** One grant of a capability and the targets that it is asked of. */
  private record Asked(Capability capability, JointGrant grant, DecisionClass one, AzureRoles roles) {}

  public CapabilityDerivation(Estate estate, EdgeSink sink) {
    this(estate, sink, Beside.NOTHING);
  }

  /**
   * @param beside what a holder needs besides the action
   */
  public CapabilityDerivation(Estate estate, EdgeSink sink, Beside beside) {
    this(estate, sink, beside, new Divisions(estate), new CapabilitySets(sink), new HashMap<>());
  }

  private CapabilityDerivation(Estate estate, EdgeSink sink, Beside beside, Divisions divisions, CapabilitySets sets, Map<Under, AzureRoles> under) {
    this.estate = estate;
    this.beside = beside;
    this.sink = sink;
    this.authorization = AzureAuthorization.of(estate);
    this.directory = Directory.of(estate);
    this.divisions = divisions;
    this.sets = sets;
    this.under = under;
  }

  /** The same where a holder needs something besides the action; what was worked out of targets is shared. */
  CapabilityDerivation needing(Beside more) {
    return new CapabilityDerivation(estate, sink, more, divisions, sets, under);
  }

  public void draw(Capability capability, Collection<Target> targets) {
    draw(capability, targets, List.of());
  }

  /**
   * Draws one capability.
   *
   * @param conditioned the targets of grants with a condition: finer, with what is known of each; empty when they are the same
   */
  public void draw(Capability capability, Collection<Target> targets, Collection<Target> conditioned) {
    Set<ArmId> homes = new TreeSet<>();
    targets.forEach(target -> homes.add(target.scope().subscription().map(sub -> new ArmId("/subscriptions/" + sub)).orElse(target.scope())));
    homes.forEach(home -> authorization.gaps(home).forEach(sink::gap));
    authorization.gaps().forEach(sink::gap);
    DecisionClasses classes = divisions.of(capability, targets);
    DecisionClasses finer = conditioned.isEmpty() ? classes : divisions.of(capability, conditioned);
    for (JointGrant grant : JointGrants.of(estate, capability.actions(), capability.dataAction())) {
      for (DecisionClass one : (grant.conditional() ? finer : classes).at(grant.scope())) {
        draw(capability, grant, one);
      }
    }
    List<Grant> powers = new ArrayList<>(ScopePowers.of(estate).grants());
    powers.addAll(RolePowers.of(estate).grants(capability.actions(), capability.dataAction()));
    for (Grant power : powers) {
      for (DecisionClass one : classes.at(power.scope())) {
        connect(asked(capability, JointGrant.alone(power), one), power.holder(), Set.of(power.principalId()), Proof.of(List.of()));
      }
    }
  }

  private void draw(Capability capability, JointGrant grant, DecisionClass one) {
    if (!(grant.holder() instanceof EntraId holder) || !directory.canAct(holder)) {
      return;
    }
    Asked asked = asked(capability, grant, one);
    var holders = new GroupHolders(directory, ids -> Deciding.when(decide(asked, ids)), telling.computeIfAbsent(new Bearing(one.denies(), !one.locks().isEmpty()), this::telling));
    holders.of(holder).forEach((who, membership) -> connect(asked, who, directory.ids(who), membership));
  }

  /** The ids that can tell two members of a group apart. */
  private Set<String> telling(Bearing bearing) {
    Set<String> ids = new HashSet<>(bearing.denies.mentioned());
    ids.addAll(beside.mentioned());
    ids.addAll(AzureSignIn.of(estate).mentioned());
    ids.addAll(bearing.locked ? Unlocking.of(estate).mentioned() : Set.of());
    return ids;
  }

  /** What the grant alone gives, under whatever may deny. */
  private Asked asked(Capability capability, JointGrant grant, DecisionClass one) {
    AzureRoles roles = under.computeIfAbsent(new Under(one.denies(), PowerRights.of(estate).defined(grant.holder())), each -> each.denies.over(each.defined));
    return new Asked(capability, grant, one, roles.holding(grant.assignments()));
  }

  private void connect(Asked asked, ResourceId who, Set<String> ids, Proof membership) {
    DecisionClass one = asked.one;
    JointGrant grant = asked.grant;
    Capability capability = asked.capability;
    boolean itself = one.set().members().size() == 1 && one.set().members().getFirst().id().equals(who);
    Decision decision = decide(asked, ids);
    if (itself || !decision.possible()) {
      return;
    }
    Proof proof = authorization.proof(decision.by(), one.example().scope()).and(grant.proof()).and(membership)
        .and(memberships(grant, one.locks(), who, decision)).and(besides(asked, ids).proof()).and(DeploymentStacks.of(estate).proof(one.denies().all(), ids));
    Edge plain = Edge.of(who, one.set().id(), capability.kind(), capability.technique(), proof, capability.likelihood().cost());
    sets.connect(plain, decision, who, one.set());
  }

  /** By which groups somebody has what the grant does not give alone. */
  private Proof memberships(JointGrant grant, List<ArmId> locks, ResourceId who, Decision decision) {
    Proof proof = Proof.of(List.of());
    boolean byItself = grant.isAlone() && beside.equals(Beside.NOTHING) && locks.isEmpty();
    if (!byItself && who instanceof EntraId principal) {
      for (String holder : authorization.holders(decision)) {
        proof = proof.and(directory.membership(principal, holder));
      }
    }
    return proof;
  }

  private Decision decide(Asked asked, Set<String> ids) {
    DecisionClass one = asked.one;
    Capability capability = asked.capability;
    ArmId scope = one.example().scope();
    Decision all = Deciding.and(besides(asked, ids).decision(), AzureSignIn.of(estate).decide(capability, ids));
    for (String action : capability.actions()) {
      Decision best = new Decision.Denied(false, List.of());
      for (AttributeContext attempt : capability.attempts()) {
        var request = new AzureRequest(ids, action, capability.dataAction(), scope, List.of(), with(attempt, one.example()));
        best = Deciding.or(best, evaluator.decide(request, asked.roles, authorization.reaching(scope)));
      }
      all = Deciding.and(all, best);
    }
    return Deciding.and(Deciding.and(all, unlocks(asked, ids)), one.own());
  }

  private Ruling besides(Asked asked, Set<String> ids) {
    return asked.grant.holder() instanceof EntraId ? beside.decide(ids) : beside.decide(asked.grant);
  }

  private Decision unlocks(Asked asked, Set<String> ids) {
    List<ArmId> locks = asked.one.locks();
    if (locks.isEmpty()) {
      return new Decision.Allowed(List.of());
    }
    Unlocking unlocking = Unlocking.of(estate);
    return asked.grant.holder() instanceof EntraId ? unlocking.decide(ids, locks) : unlocking.decide(asked.grant, locks);
  }

  private static AttributeContext with(AttributeContext attempt, Target target) {
    if (target.attributes().isEmpty()) {
      return attempt;
    }
    SortedMap<String, List<String>> known = new TreeMap<>(attempt.known());
    known.putAll(target.attributes());
    return new AttributeContext(attempt.subOperation(), known, attempt.othersUnknown());
  }
}
