package io.drawbridge.policy.aws;

import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import io.drawbridge.policy.aws.Statement.Matcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a requirement that a decision left open comes to once somebody states the value of its key. */
public final class KnownKey {

  private KnownKey() {}

  /** Every key that a requirement hangs on: its own, and those of the variables in its values. */
  public static List<String> keys(Requirement requirement) {
    SortedSet<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    keys.add(requirement.key());
    var nothing = new Variables(RequestContext.discovery(Map.of()), true);
    for (String value : requirement.values()) {
      if (nothing.fill(value) instanceof Variables.Filled.Open open) {
        open.parts().stream().filter(Variables.Part.Unknown.class::isInstance).forEach(part -> keys.add(((Variables.Part.Unknown) part).key()));
      }
    }
    return List.copyOf(keys);
  }

  /**
   * Whether the requirement is met; empty when it depends on other keys too, or is none of IAM's.
   *
   * @param values of the key in the request; empty when it is absent
   */
  public static Optional<Boolean> satisfies(Requirement requirement, List<String> values) {
    return satisfies(requirement, RequestContext.discovery(Map.of(requirement.key(), values)));
  }

  /** Whether the requirement is met in a request; empty when its context leaves that open, or it is no requirement of IAM's. */
  static Optional<Boolean> satisfies(Requirement requirement, RequestContext context) {
    Truth truth = truth(requirement, context);
    return truth.isYes() || truth.isNo() ? Optional.of(truth.isYes() != requirement.negated()) : Optional.empty();
  }

  private static Truth truth(Requirement requirement, RequestContext context) {
    var variables = new Variables(context, true);
    if (ConditionOperator.find(requirement.operator()).isPresent()) {
      var clause = new ConditionClause(requirement.operator(), requirement.key(), requirement.values());
      return new Conditions(context, variables).evaluate(clause);
    }
    if (!requirement.operator().equals(OpenPattern.FITS)) {
      return Truth.when(requirement);
    }
    var element = new Matcher(true, false, List.of(requirement.values().getFirst()));
    return StatementMatch.resource(element, requirement.values().getLast(), variables);
  }
}
