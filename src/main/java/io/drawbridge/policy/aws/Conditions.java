package io.drawbridge.policy.aws;

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
    Optional<ConditionOperator> operator = clause.read().operator();
    if (operator.isEmpty()) {
      return Truth.NO;
    }
    Optional<List<String>> actual = context.values(clause.read().key());
    if (actual.isEmpty()) {
      return whenOpen(clause, operator.get());
    }
    if (operator.get().base() == Base.NULL) {
      return Truth.of(asksForAbsence(clause, actual.get().isEmpty()));
    }
    if (actual.get().isEmpty()) {
      return Truth.of(whenAbsent(operator.get()));
    }
    return compare(clause, operator.get(), actual.get());
  }

  private static boolean asksForAbsence(ConditionClause clause, boolean absent) {
    return clause.values().stream().anyMatch(value -> value.equalsIgnoreCase(Boolean.toString(absent)));
  }

  private static boolean whenAbsent(ConditionOperator operator) {
    return switch (operator.quantifier()) {
      case ALL -> true;
      case ANY -> operator.ifExists();
      case NONE -> operator.ifExists() || operator.base().negated();
    };
  }

  private Truth compare(ConditionClause clause, ConditionOperator operator, List<String> actual) {
    return clause.read().hasVariables() ? compareFilled(clause, operator, actual) : compare(operator, actual, clause.values());
  }

  private Truth compareFilled(ConditionClause clause, ConditionOperator operator, List<String> actual) {
    List<String> wanted = new ArrayList<>();
    for (String value : clause.values()) {
      switch (variables.fill(value)) {
        case Variables.Filled.Text text -> wanted.add(text.text());
        case Variables.Filled.Nothing nothing -> {}
        case Variables.Filled.Open open -> {
          return ofVariables(clause, operator, actual).orElseGet(() -> Truth.when(RequirementText.requirement(clause.key(), clause.operator(), clause.values())));
        }
      }
    }
    return compare(operator, actual, wanted);
  }

  private static Truth compare(ConditionOperator operator, List<String> actual, List<String> wanted) {
    boolean every = switch (operator.quantifier()) {
      case ALL -> true;
      case ANY -> false;
      case NONE -> operator.base().negated();
    };
    return Truth.of(every
        ? actual.stream().allMatch(value -> passes(operator.base(), value, wanted))
        : actual.stream().anyMatch(value -> passes(operator.base(), value, wanted)));
  }

  /** Of which value the variables would have to be; empty when that is not a matter of the values of one key. */
  private Optional<Truth> ofVariables(ConditionClause clause, ConditionOperator operator, List<String> actual) {
    boolean like = operator.base() == Base.STRING_LIKE || operator.base() == Base.STRING_NOT_LIKE;
    boolean equal = operator.base() == Base.STRING_EQUALS || operator.base() == Base.STRING_NOT_EQUALS;
    if (actual.size() != 1 || !(like || equal)) {
      return Optional.empty();
    }
    Truth any = Truth.NO;
    for (String value : clause.values()) {
      Optional<Truth> one = switch (variables.fill(value)) {
        case Variables.Filled.Text text -> Optional.of(Truth.of(Values.match(operator.base(), actual.getFirst(), text.text())));
        case Variables.Filled.Nothing nothing -> Optional.of(Truth.NO);
        case Variables.Filled.Open open -> new OpenPattern(open.parts(), value).matches(actual.getFirst(), like);
      };
      if (one.isEmpty()) {
        return Optional.empty();
      }
      any = any.or(one.get());
    }
    return Optional.of(operator.base().negated() ? any.not() : any);
  }

  /** A negated operator differs from every value, and only values that can be compared differ. */
  private static boolean passes(Base base, String actual, List<String> wanted) {
    return base.negated()
        ? wanted.stream().allMatch(value -> Values.comparable(base, actual, value) && !Values.match(base, actual, value))
        : wanted.stream().anyMatch(value -> Values.match(base, actual, value));
  }

  /** Without variables it comes to the same for every request. */
  private Truth whenOpen(ConditionClause clause, ConditionOperator operator) {
    if (clause.read().hasVariables()) {
      return open(clause, operator);
    }
    Truth known = clause.read().whenOpen();
    return known != null ? known : clause.read().remember(open(clause, operator));
  }

  /** The key may have any value or none: settled is only what is the same for all. */
  private Truth open(ConditionClause clause, ConditionOperator operator) {
    if (operator.base() == Base.NULL) {
      return presence(clause.key(), asksForAbsence(clause, false), asksForAbsence(clause, true));
    }
    List<String> values = clause.values().stream().map(this::settled).flatMap(Optional::stream)
        .filter(value -> operator.base().negated() || value.contains("${") || Values.canMatch(operator.base(), value)).toList();
    return values.isEmpty() ? presence(clause.key(), operator.base().negated(), whenAbsent(operator))
        : Truth.when(RequirementText.requirement(clause.key(), clause.operator(), values));
  }

  private static Truth presence(String key, boolean whenPresent, boolean whenAbsent) {
    return whenPresent == whenAbsent ? Truth.of(whenPresent)
        : Truth.when(RequirementText.requirement(key, "Null", List.of(Boolean.toString(whenAbsent))));
  }

  /** The value with its known variables filled in, as a policy of the newer version writes it; empty when it can equal nothing. */
  private Optional<String> settled(String value) {
    return value.contains("${") ? switch (variables.fill(value)) {
      case Variables.Filled.Text text -> Optional.of(Variables.written(text.text()));
      case Variables.Filled.Nothing nothing -> Optional.empty();
      case Variables.Filled.Open open -> Optional.of(value);
    } : Optional.of(value);
  }
}
