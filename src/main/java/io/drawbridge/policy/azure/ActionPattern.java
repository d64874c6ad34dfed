package io.drawbridge.policy.azure;

import io.drawbridge.policy.Wildcard;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Matches the actions of role definitions: {@code *} is any run of characters, slashes included; letter case does not count.
 *
 * <p>A star between slashes stands for no segment as well, so that {@code virtualMachines/*}{@code /read} takes in {@code virtualMachines/read}: the
 * provider says of its own roles that they read or manage what they name in this way alone (Virtual Machine User Login "View Virtual Machines",
 * Container Apps Contributor "Full management of Container Apps, including creation", Key Vault Reader, CDN Profile Reader). Source: Azure RBAC,
 * "Understand Azure role definitions", "Azure built-in roles"; for the two spellings of assigning a managed identity, "Azure permissions for
 * Identity" and "Managed identity best practices": the check asks for one, the provider's list and its own roles have the other.
 */
final class ActionPattern {

  private static final List<String> ASSIGN_IDENTITY = List.of(
      "microsoft.managedidentity/userassignedidentities/assign/action", "microsoft.managedidentity/userassignedidentities/*/assign/action");

  private static final String ANY_SEGMENTS = "/*/";

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
    if (pattern.indexOf('*') < 0) {
      return pattern.equals(action);
    }
    String literal = pattern.replace('?', Wildcard.LITERAL_QUESTION);
    return literal.contains(ANY_SEGMENTS) ? Wildcard.matches(doubled(literal), action.replace("/", "//")) : Wildcard.matches(literal, action);
  }

  /** Every slash twice, but for those around a star, which then may lie side by side. */
  private static String doubled(String pattern) {
    return String.join(ANY_SEGMENTS, Stream.of(pattern.split(Pattern.quote(ANY_SEGMENTS), -1)).map(part -> part.replace("/", "//")).toList());
  }
}
