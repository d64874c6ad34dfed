package io.drawbridge.policy.aws;

import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.ConditionOperator.Base;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates condition blocks in three values.
 *
 * <p>Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Multivalued context keys": an absent key makes a
 * negated operator, IfExists and ForAllValues true and everything else false.
 */
final class Conditions {

  private final RequestContext context;
  private final Variables variables;

  Conditions(RequestContext context, Variables variables) {
    this.context = context;
    this.variables = variables;
  }

  Truth evaluate(List<ConditionClause> clauses) {
    Truth all = Truth.YES;
    for (ConditionClause clause : clauses) {
      all = all.and(evaluate(clause));
      if (all.isNo()) {
        return Truth.NO;
      }
    }
    return all;
  }

  Truth evaluate(ConditionClause clause) {
    Optional<ConditionOperator> operator = ConditionOperator.find(clause.operator());
    if (operator.isEmpty()) {
      return Truth.NO;
    }
    Optional<List<String>> actual = context.values(clause.key());
    if (actual.isEmpty()) {
      return open(clause);
    }
    if (operator.get().base() == Base.NULL) {
      boolean absent = actual.get().isEmpty();
      return Truth.of(clause.values().stream().anyMatch(value -> value.equalsIgnoreCase(Boolean.toString(absent))));
    }
    if (actual.get().isEmpty()) {
      return Truth.of(whenAbsent(operator.get()));
    }
    return compare(clause, operator.get(), actual.get());
  }

  private static boolean whenAbsent(ConditionOperator operator) {
    return switch (operator.quantifier()) {
      case ALL -> true;
      case ANY -> operator.ifExists();
      case NONE -> operator.ifExists() || operator.base().negated();
    };
  }

  private Truth compare(ConditionClause clause, ConditionOperator operator, List<String> actual) {
    List<String> wanted = new ArrayList<>();
    for (String value : clause.values()) {
      switch (variables.fill(value)) {
        case Variables.Filled.Text text -> wanted.add(text.text());
        case Variables.Filled.Nothing nothing -> {}
        case Variables.Filled.Open open -> {
          return Truth.when(List.of(requirement(clause), open.requirement()));
        }
      }
    }
    boolean every = switch (operator.quantifier()) {
      case ALL -> true;
      case ANY -> false;
      case NONE -> operator.base().negated();
    };
    return Truth.of(every
        ? actual.stream().allMatch(value -> passes(operator.base(), value, wanted))
        : actual.stream().anyMatch(value -> passes(operator.base(), value, wanted)));
  }

  /** A negated operator differs from every value, and only values that can be compared differ. */
  private static boolean passes(Base base, String actual, List<String> wanted) {
    return base.negated()
        ? wanted.stream().allMatch(value -> Values.comparable(base, actual, value) && !Values.match(base, actual, value))
        : wanted.stream().anyMatch(value -> Values.match(base, actual, value));
  }

  private Truth open(ConditionClause clause) {
    List<Requirement> requirements = new ArrayList<>(List.of(requirement(clause)));
    for (String value : clause.values()) {
      if (variables.fill(value) instanceof Variables.Filled.Open unknown) {
        requirements.add(unknown.requirement());
      }
    }
    return Truth.when(requirements);
  }

  private static Requirement requirement(ConditionClause clause) {
    return new Requirement(clause.key(), clause.operator(), clause.values(), false, RequirementText.of(clause));
  }
}
