package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes what callers gain, and makes of all that one caller gains a single step to the administrator of the account, shown by one witness.
 *
 * <p>Why: whoever can make one role an administrator and take it has what it wants; a step for each role would be callers × roles.
 */
final class Witnesses implements EdgeSink {

  private final AwsAuthorization authorization;
  private final Technique technique;
  private final EdgeSink sink;
  private final Map<ResourceId, ResourceId> principals = new HashMap<>();
  private final SortedMap<ResourceId, List<Edge>> gained = new TreeMap<>();
  private final Map<ResourceId, List<Edge>> members = new HashMap<>();

  Witnesses(AwsAuthorization authorization, Technique technique, EdgeSink sink) {
    this.authorization = authorization;
    this.technique = technique;
    this.sink = sink;
  }

  /** Says for which principal a target stands. */
  void stands(ResourceId target, ResourceId principal) {
    principals.put(target, principal);
  }

  @Override
  public void edge(Edge edge) {
    Map<ResourceId, List<Edge>> where = edge.kind() == EdgeKind.IN_SET ? members : gained;
    where.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge);
  }

  @Override
  public void gap(CoverageGap gap) {
    sink.gap(gap);
  }

  /** Gives the steps to the sink. */
  void draw() {
    gained.forEach((caller, edges) -> {
      Map<ResourceId, List<Edge>> byEnd = new TreeMap<>();
      edges.forEach(edge -> byEnd.computeIfAbsent(edge.to(), none -> new ArrayList<>()).add(edge));
      byEnd.values().stream().flatMap(parallel -> steps(caller, parallel).stream()).min(Comparator.comparingInt(Witnesses::atoms))
          .ifPresent(steps -> steps.forEach(sink::edge));
    });
  }

  /** The parallel edges to one end as steps, unless the caller itself is all there is at that end. */
  private List<List<Edge>> steps(ResourceId caller, List<Edge> parallel) {
    ResourceId end = parallel.getFirst().to();
    if (principals.containsKey(end)) {
      return caller.equals(principals.get(end)) ? List.of() : List.of(steps(parallel, Proof.of(List.of())));
    }
    return members.getOrDefault(end, List.of()).stream().filter(member -> !caller.equals(principals.get(member.to()))).limit(1)
        .map(member -> steps(parallel, member.proof())).toList();
  }

  private List<Edge> steps(List<Edge> parallel, Proof members) {
    return parallel.stream().map(edge -> {
      AwsIdentity caller = authorization.find(edge.from()).orElseThrow();
      return new Edge(edge.from(), authorization.administrator(caller.account()).node(), edge.kind(), technique.id(), edge.condition(),
          edge.proof().and(members), edge.cost(), edge.lasting());
    }).toList();
  }

  private static int atoms(List<Edge> steps) {
    return steps.getFirst().condition().atoms().size();
  }
}
