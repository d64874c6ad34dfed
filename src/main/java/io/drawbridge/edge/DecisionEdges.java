package io.drawbridge.edge;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import java.util.List;

/** Draws what a decision allows: no edge, one, or one for each alternative. */
public final class DecisionEdges {

  /** More alternatives than this become one edge with the weakest readable residual. */
  public static final int MOST_ALTERNATIVES = 4;

  private DecisionEdges() {}

  /**
   * The edges of a decision.
   *
   * @param plain the edge as it would be without condition
   * @param subject the principal that the requirements are asked of
   */
  public static List<Edge> of(Edge plain, Decision decision, ResourceId subject) {
    return switch (decision) {
      case Decision.Denied denied -> List.of();
      case Decision.Allowed allowed -> List.of(plain);
      case Decision.Conditional conditional -> conditional.alternatives().stream()
          .limit(MOST_ALTERNATIVES)
          .map(residual -> plain.under(condition(residual, subject)))
          .distinct()
          .toList();
    };
  }

  /** The requirements as atoms of a subject. */
  public static Condition condition(Residual residual, ResourceId subject) {
    return new Condition(residual.requirements().stream().map(requirement -> atom(requirement, subject)).toList());
  }

  /** The requirements of a condition, whoever they were asked of. */
  public static Residual residual(Condition condition) {
    return new Residual(condition.atoms().stream().map(atom -> new Requirement(atom.key(), atom.operator(), atom.values(), atom.negated(), atom.text())).toList());
  }

  private static Atom atom(Requirement requirement, ResourceId subject) {
    return new Atom(subject, requirement.key(), requirement.operator(), requirement.values(), requirement.negated(), requirement.text());
  }
}
