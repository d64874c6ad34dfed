package io.drawbridge.edge.federation;

import io.drawbridge.edge.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code claimsMatchingExpression} of a flexible federated identity credential: comparisons of claims joined by {@code and}.
 *
 * <p>Source: learn.microsoft.com, "Flexible federated identity credentials": operators {@code eq} (exact) and {@code matches}
 * ({@code *} and {@code ?}).
 *
 * @param comparisons all must hold
 */
record FlexibleExpression(List<Comparison> comparisons) {

  private static final Pattern COMPARISON =
      Pattern.compile("\\s*claims\\['([^']+)'\\]\\s+(eq|matches)\\s+'([^']*)'\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern AND = Pattern.compile("\\s+and\\s+(?=claims\\[)", Pattern.CASE_INSENSITIVE);

  FlexibleExpression {
    comparisons = List.copyOf(comparisons);
  }

  /** One claim against one value or pattern. */
  record Comparison(String claim, boolean exact, String value) {
    boolean holds(String actual) {
      return exact ? value.equals(actual) : new Glob(value).matches(actual);
    }
  }

  /** Reads an expression; empty when it has another shape, and then nothing may be concluded from it. */
  static Optional<FlexibleExpression> parse(String text) {
    List<Comparison> comparisons = new ArrayList<>();
    for (String part : AND.splitAsStream(text).toList()) {
      Matcher matcher = COMPARISON.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      comparisons.add(new Comparison(matcher.group(1), matcher.group(2).equalsIgnoreCase("eq"), matcher.group(3)));
    }
    return Optional.of(new FlexibleExpression(comparisons));
  }

  /** The comparison of the subject, if there is one. */
  Optional<Comparison> subject() {
    return comparisons.stream().filter(comparison -> comparison.claim().equals("sub")).findFirst();
  }

  /** The comparisons of other claims. */
  List<Comparison> others() {
    return comparisons.stream().filter(comparison -> !comparison.claim().equals("sub")).toList();
  }
}
