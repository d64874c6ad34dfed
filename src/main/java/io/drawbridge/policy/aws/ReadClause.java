package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line of a condition block, read once: its operator, its key as keys are compared, and what it comes to where that key is open. */
final class ReadClause {

  static final ReadClause NONE = new ReadClause("", "", List.of());

  private final Optional<ConditionOperator> operator;
  private final String key;
  private final boolean hasVariables;
  private @Nullable Truth whenOpen;

  ReadClause(String operator, String key, List<String> values) {
    this.operator = ConditionOperator.find(operator);
    this.key = ResourceId.lowerCase(key);
    this.hasVariables = values.stream().anyMatch(Variables::isIn);
  }

  /** Empty when there is no such operator. */
  Optional<ConditionOperator> operator() {
    return operator;
  }

  String key() {
    return key;
  }

  boolean hasVariables() {
    return hasVariables;
  }

  /** When it holds, as far as that was worked out for a request that left the key open; only without variables is it the same for all. */
  @Nullable Truth whenOpen() {
    return whenOpen;
  }

  Truth remember(Truth open) {
    whenOpen = open;
    return open;
  }

  /** Made of the values beside it, it tells no two clauses apart. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ReadClause;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
