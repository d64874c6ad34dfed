package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.PassableRoles;
import io.drawbridge.edge.aws.Recipient;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The roles of stack sets that CloudFormation may use as administrator, and the execution roles that each of them takes.
 *
 * <p>CloudFormation takes the administration role, and with it the execution role in the account of each stack, which it knows by its name: one with
 * a path has none. It sends no external id. Source: CloudFormation User Guide, "Grant self-managed permissions".
 */
final class ExecutionRoles implements EdgeSink {

  private static final Recipient CLOUDFORMATION = Recipient.of("stack-sets", "cloudformation.amazonaws.com");

  private final Map<ResourceId, Target> administrators = new LinkedHashMap<>();
  private final Map<ResourceId, List<Edge>> onward = new HashMap<>();

  /**
   * Some of an administration role's execution roles.
   *
   * @param condition under which it takes all of these
   * @param parts roles, or sets of them
   */
  record Taken(Condition condition, List<Edge> parts) {}

  /**
   * @param capability of the sets that the execution roles are in
   */
  ExecutionRoles(Estate estate, Capability capability) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    PassableRoles.of(estate).targets(CLOUDFORMATION).forEach(role -> administrators.put(role.node(), role));
    List<AwsIdentity> takers = administrators.keySet().stream().flatMap(role -> authorization.find(role).stream())
        .map(role -> new AwsIdentity(held(role.node()), role.arn(), role.documents(), role.context())).toList();
    if (!takers.isEmpty()) {
      var context = new ResourceContext(authorization.mentions());
      List<Target> roles = estate.inventory().all(IamRole.class).stream().filter(role -> role.trust().isPresent() && role.id().resource().equals("role/" + role.name()))
          .map(role -> taken(role, context)).toList();
      new CapabilityDerivation(authorization, capability, roles, Set.of()).draw(takers, this);
    }
  }

  /** The role in CloudFormation's hands: it may take itself, which is worth nothing to the role itself. */
  private static ResourceId held(ResourceId administrator) {
    return new CapabilitySetId("administration-role", administrator.text(), "");
  }

  private static Target taken(IamRole role, ResourceContext context) {
    var known = context.of(role.id(), "iam", role.tags());
    known.put("sts:externalid", List.of());
    return Target.of(role.id(), List.of(new Demand("sts:AssumeRole", role.id().text(), role.id().account(), role.trust().map(trust -> new NamedPolicy("trust", trust)), known)));
  }

  @Override
  public void edge(Edge edge) {
    onward.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge);
  }

  @Override
  public void gap(CoverageGap gap) {}

  /** The roles that CloudFormation may use as administrator and that take at least one other, as targets of who passes them. */
  List<Target> administrators() {
    return administrators.values().stream().filter(role -> onward.containsKey(held(role.node()))).toList();
  }

  Optional<Target> administrator(Arn role) {
    return Optional.ofNullable(administrators.get(role));
  }

  /** What an administration role takes, by condition. */
  List<Taken> of(ResourceId administrator) {
    Map<Condition, List<Edge>> byCondition = new LinkedHashMap<>();
    onward.getOrDefault(held(administrator), List.of()).forEach(edge -> byCondition.computeIfAbsent(edge.condition(), none -> new ArrayList<>()).add(edge));
    return byCondition.entrySet().stream().map(entry -> new Taken(entry.getKey(), List.copyOf(entry.getValue()))).toList();
  }

  /** The single roles of what is taken that lie in certain accounts. */
  List<Edge> single(Taken taken, Predicate<Arn> among) {
    List<Edge> single = new ArrayList<>();
    Set<ResourceId> seen = new HashSet<>();
    taken.parts.forEach(part -> walk(part, part.proof(), among, seen, single));
    return single;
  }

  private void walk(Edge edge, Proof way, Predicate<Arn> among, Set<ResourceId> seen, List<Edge> single) {
    if (!seen.add(edge.to())) {
      return;
    }
    if (edge.to() instanceof Arn role) {
      if (among.test(role)) {
        single.add(Edge.of(edge.from(), role, edge.kind(), edge.technique(), way, 0));
      }
      return;
    }
    onward.getOrDefault(edge.to(), List.of()).stream().filter(next -> next.kind() == EdgeKind.IN_SET)
        .forEach(next -> walk(next, way.and(next.proof()), among, seen, single));
  }

  /** Draws which roles are in a set that others are led into, once. */
  void drawMembers(ResourceId set, Set<ResourceId> drawn, EdgeSink sink) {
    if (drawn.add(set)) {
      onward.getOrDefault(set, List.of()).stream().filter(edge -> edge.kind() == EdgeKind.IN_SET).forEach(edge -> {
        sink.edge(edge);
        drawMembers(edge.to(), drawn, sink);
      });
    }
  }

  /** What must hold besides, of who uses the administration role for what it takes under a condition. */
  static Decision besides(Target administrator, Condition condition) {
    Decision taking = condition.isNone() ? Decisions.YES : new Decision.Conditional(List.of(DecisionEdges.residual(condition)), List.of(), false);
    return Decisions.and(Target.open(administrator.given()), taking);
  }
}
