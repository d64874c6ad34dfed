package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Decision;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Draws who gains which targets by one capability: {@link Reach} says who, this adds what must hold besides and makes the edges. */
public final class CapabilityDerivation {

  /** A session that one role takes of another lasts no longer. Source: IAM User Guide, "Role chaining". */
  private static final Duration CHAINED = Duration.ofHours(1);

  private final AwsAuthorization authorization;
  private final Capability capability;
  private final Reach reach;
  private final Function<AwsIdentity, Decision> premise;

  public CapabilityDerivation(AwsAuthorization authorization, Capability capability, List<Target> targets, Set<String> free) {
    this(authorization, capability, targets, free, caller -> Decisions.YES);
  }

  /**
   * @param premise what must be allowed to a caller besides, whatever the target is
   */
  public CapabilityDerivation(
      AwsAuthorization authorization, Capability capability, List<Target> targets, Set<String> free, Function<AwsIdentity, Decision> premise) {
    this(authorization, capability, new Reach(authorization, capability.name(), targets, free), premise);
  }

  /**
   * @param reach of a capability of this name
   */
  CapabilityDerivation(AwsAuthorization authorization, Capability capability, Reach reach, Function<AwsIdentity, Decision> premise) {
    this.authorization = authorization;
    this.capability = capability;
    this.reach = reach;
    this.premise = premise;
  }

  /** Gives the edges of every caller to the sink. */
  public void draw(Collection<AwsIdentity> callers, EdgeSink sink) {
    if (reach.isEmpty()) {
      return;
    }
    var sets = new CapabilitySets(sink);
    Predicate<AwsIdentity> able = reach.able();
    for (AwsIdentity caller : callers) {
      if (able.test(caller)) {
        draw(caller, sets, sink);
      }
    }
  }

  private void draw(AwsIdentity caller, CapabilitySets sets, EdgeSink sink) {
    Map<Target, Decision> inPerson = reach.inPerson(caller);
    List<Gains> all = reach.gains(caller, inPerson);
    if (all.isEmpty() && inPerson.isEmpty()) {
      return;
    }
    Decision besides = premise.apply(caller);
    if (!besides.possible()) {
      return;
    }
    Proof proof = Proof.of(authorization.evidence(besides));
    for (Gains gains : all) {
      if (!gains.isOnly(caller.node())) {
        sets.connect(plain(caller, gains, proof), Decisions.and(gains.decision(), besides), caller.node(), gains.set());
      }
    }
    inPerson.forEach((target, decision) -> {
      if (!target.node().equals(caller.node()) && all.stream().noneMatch(gains -> gains.outright(target.node()))) {
        drawDirect(caller, target, Decisions.and(decision, besides), sink);
      }
    });
  }

  private Edge plain(AwsIdentity caller, Gains gains, Proof besides) {
    return edge(caller, gains.set().id(), new Proof(gains.callersSide(), caller.documents().unread()).and(besides), gains.lasting());
  }

  private void drawDirect(AwsIdentity caller, Target target, Decision decision, EdgeSink sink) {
    var callers = new Proof(authorization.evidence(decision), caller.documents().unread());
    Edge plain = edge(caller, target.node(), callers.and(target.facts()), target.lasting());
    DecisionEdges.of(plain, decision, caller.node()).forEach(sink::edge);
  }

  private Edge edge(AwsIdentity caller, ResourceId end, Proof proof, Optional<Duration> lasting) {
    Edge edge = Edge.of(caller.node(), end, capability.kind(), capability.technique().id(), proof, capability.likelihood().cost());
    return lasting.map(duration -> caller.isUser() || duration.compareTo(CHAINED) < 0 ? duration : CHAINED).map(edge::outliving).orElse(edge);
  }
}
