package io.drawbridge.policy.azure;

import io.drawbridge.policy.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Matches the actions of role definitions: {@code *} is any run of characters, slashes included; letter case does not count.
 *
 * <p>Source: Azure RBAC, "Understand Azure role definitions"; for the two spellings of assigning a managed identity, "Azure permissions for
 * Identity" and "Managed identity best practices": the check asks for one, the provider's list and its own roles have the other.
 */
final class ActionPattern {

  private static final List<String> ASSIGN_IDENTITY = List.of(
      "microsoft.managedidentity/userassignedidentities/assign/action", "microsoft.managedidentity/userassignedidentities/*/assign/action");

  private ActionPattern() {}

  static boolean any(List<String> patterns, String action) {
    return find(patterns, action).isPresent();
  }

  /** The first pattern that matches. */
  static Optional<String> find(List<String> patterns, String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    List<String> spellings = ASSIGN_IDENTITY.contains(lower) ? ASSIGN_IDENTITY : List.of(lower);
    return patterns.stream()
        .filter(pattern -> spellings.stream().anyMatch(spelling -> matches(pattern.toLowerCase(Locale.ROOT), spelling)))
        .findFirst();
  }

  private static boolean matches(String pattern, String action) {
    return pattern.indexOf('*') < 0 ? pattern.equals(action) : Wildcard.matches(pattern.replace('?', Wildcard.LITERAL_QUESTION), action);
  }
}
