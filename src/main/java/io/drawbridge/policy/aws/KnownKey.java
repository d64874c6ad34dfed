package io.drawbridge.policy.aws;

import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a requirement that a decision left open comes to once somebody states the value of its key. */
public final class KnownKey {

  private KnownKey() {}

  /**
   * Whether the requirement is met; empty when it depends on other keys too, or is none of IAM's.
   *
   * @param values of the key in the request; empty when it is absent
   */
  public static Optional<Boolean> satisfies(Requirement requirement, List<String> values) {
    var context = RequestContext.discovery(Map.of(requirement.key(), values));
    var clause = new ConditionClause(requirement.operator(), requirement.key(), requirement.values());
    if (ConditionOperator.find(clause.operator()).isEmpty()) {
      return Optional.empty();
    }
    Truth truth = new Conditions(context, new Variables(context, true)).evaluate(clause);
    return truth.isYes() || truth.isNo() ? Optional.of(truth.isYes() != requirement.negated()) : Optional.empty();
  }
}
