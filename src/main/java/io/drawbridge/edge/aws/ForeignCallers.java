package io.drawbridge.edge.aws;

import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.Outsiders.Outsider;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import java.util.List;
import java.util.Set;

/** Draws what resources let those do whom no collector of this estate reads. */
public final class ForeignCallers {

  private final AwsAuthorization authorization;
  private final Outsiders outsiders;
  private final Capability capability;
  private final Techniques techniques;

  /** The techniques of callers in accounts that were not read, and of anybody. */
  public record Techniques(Technique foreign, Technique anybody) {}

  public ForeignCallers(Estate estate, Capability capability, Techniques techniques, Set<String> free) {
    this.authorization = AwsAuthorization.of(estate);
    this.outsiders = new Outsiders(estate, new TargetDecision(authorization, free));
    this.capability = capability;
    this.techniques = techniques;
  }

  public void draw(List<Target> targets, EdgeSink sink) {
    targets.forEach(target -> outsiders.of(target).forEach(outsider -> draw(outsider, target, sink)));
  }

  private void draw(Outsider outsider, Target target, EdgeSink sink) {
    Technique technique = outsider.isAnybody() ? techniques.anybody : techniques.foreign;
    var proof = new Proof(authorization.evidence(outsider.decision()), outsider.unread()).and(target.facts());
    Edge edge = Edge.of(outsider.id(), target.node(), capability.kind(), technique.id(), proof, capability.likelihood().cost());
    Edge lasting = target.lasting().map(edge::outliving).orElse(edge);
    DecisionEdges.of(lasting, outsider.decision(), outsider.id()).forEach(sink::edge);
  }
}
