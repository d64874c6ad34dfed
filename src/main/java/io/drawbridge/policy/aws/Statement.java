package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.StatementRef;
import java.util.List;

/**
 * One statement; exactly one of each pair of the element and its Not form is there.
 *
 * @param principals empty list of matchers in policies that have no principal element
 */
public record Statement(
    StatementRef ref,
    boolean allows,
    Matcher principals,
    Matcher actions,
    Matcher resources,
    List<ConditionClause> conditions) {

  public Statement {
    conditions = List.copyOf(conditions);
  }

  /** True when the statement speaks of the action, whatever its resources and conditions. */
  public boolean speaksOf(String action) {
    return StatementMatch.action(actions, ResourceId.lowerCase(action));
  }

  /**
   * An element or its Not form.
   *
   * @param present false when the statement has neither form
   * @param negated true for the Not form
   * @param values as written; principals are prefixed by their type: {@code AWS:arn…}, {@code Service:…}, {@code
   *     Federated:…}, {@code CanonicalUser:…}; the bare star is {@code *}
   * @param actions the values, where they are actions, as they are compared; made of the values whatever is given
   * @param resources likewise, where they are resources
   */
  public record Matcher(boolean present, boolean negated, List<String> values, ActionPatterns actions, ResourcePatterns resources) {
    public static final Matcher ABSENT = new Matcher(false, false, List.of());

    public Matcher {
      values = List.copyOf(values);
      actions = new ActionPatterns(values);
      resources = new ResourcePatterns(values);
    }

    public Matcher(boolean present, boolean negated, List<String> values) {
      this(present, negated, values, ActionPatterns.NONE, ResourcePatterns.NONE);
    }

    @Override
    public String toString() {
      return (present ? negated ? "not " : "" : "absent ") + values;
    }
  }

  /**
   * One line of a condition block: {@code operator: {key: values}}.
   *
   * @param operator as written, with its ForAllValues, ForAnyValue and IfExists parts
   * @param read made of the others whatever is given
   */
  public record ConditionClause(String operator, String key, List<String> values, ReadClause read) {
    public ConditionClause {
      values = List.copyOf(values);
      read = new ReadClause(operator, key, values);
    }

    public ConditionClause(String operator, String key, List<String> values) {
      this(operator, key, values, ReadClause.NONE);
    }

    @Override
    public String toString() {
      return operator + " " + key + " " + values;
    }
  }
}
