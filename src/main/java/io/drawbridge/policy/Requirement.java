package io.drawbridge.policy;

import java.util.List;
import java.util.Objects;

/**
 * Something a decision still depends on: an atom that has no subject yet.
 *
 * @param text for people, without the subject: {@code MFA was used}; it says the other components in words and takes no part in comparing
 */
public record Requirement(String key, String operator, List<String> values, boolean negated, String text) {

  public Requirement {
    values = List.copyOf(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Requirement(String itsKey, String itsOperator, List<String> itsValues, boolean itsNegated, String itsText)
        && negated == itsNegated && key.equals(itsKey) && operator.equals(itsOperator) && values.equals(itsValues);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, operator, values, negated);
  }
}
