package io.drawbridge.policy;

import java.util.List;

/**
 * Something a decision still depends on: an atom that has no subject yet.
 *
 * @param text for people, without the subject: {@code MFA was used}
 */
public record Requirement(String key, String operator, List<String> values, boolean negated, String text) {

  public Requirement {
    values = List.copyOf(values);
  }
}
