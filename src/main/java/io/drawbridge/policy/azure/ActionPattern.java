package io.drawbridge.policy.azure;

import io.drawbridge.policy.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Matches the actions of role definitions: {@code *} is any run of characters, slashes included; letter case does not count.
 *
 * <p>Source: Azure RBAC, "Understand Azure role definitions".
 */
final class ActionPattern {

  private ActionPattern() {}

  static boolean any(List<String> patterns, String action) {
    return find(patterns, action).isPresent();
  }

  /** The first pattern that matches. */
  static Optional<String> find(List<String> patterns, String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    return patterns.stream().filter(pattern -> matches(pattern.toLowerCase(Locale.ROOT), lower)).findFirst();
  }

  private static boolean matches(String pattern, String action) {
    return pattern.indexOf('*') < 0 ? pattern.equals(action) : Wildcard.matches(pattern.replace('?', Wildcard.LITERAL_QUESTION), action);
  }
}
