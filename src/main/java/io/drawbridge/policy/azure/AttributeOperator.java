package io.drawbridge.policy.azure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operator as a condition writes it: {@code ForAnyOfAnyValues:StringNotEqualsIgnoreCase}.
 *
 * <p>Source: Azure RBAC, "Azure role assignment condition format and syntax". A negated operator compares each pair the other way;
 * it does not negate the quantifier. <b>Not modelled:</b> the ranges and list functions that Azure's services use among themselves: a
 * condition with one does not parse.
 *
 * @param written as the condition has it, for people
 */
record AttributeOperator(String written, Quantifier quantifier, ValueType type, Relation relation, boolean negated, boolean ignoreCase) {

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(ForAnyOfAnyValues|ForAllOfAnyValues|ForAnyOfAllValues|ForAllOfAllValues):)?"
              + "(String|Numeric|DateTime|TimeOfDay|Bool|Guid|Ip)(Not)?"
              + "(Equals|StartsWith|Like|Match|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals)(IgnoreCase)?",
          Pattern.CASE_INSENSITIVE);

  /** How the values of both sides are paired; without one, each side has one value. */
  enum Quantifier {
    NONE,
    ANY_OF_ANY,
    ALL_OF_ANY,
    ANY_OF_ALL,
    ALL_OF_ALL
  }

  /** Compares two values. */
  enum Relation {
    EQUALS,
    STARTS_WITH,
    LIKE,
    MATCH,
    LESS_THAN,
    LESS_THAN_EQUALS,
    GREATER_THAN,
    GREATER_THAN_EQUALS;

    /** True for those that ask which comes first. */
    boolean orders() {
      return compareTo(LESS_THAN) >= 0;
    }
  }

  /** Reads an operator; letter case does not count. */
  static Optional<AttributeOperator> find(String written) {
    Matcher matcher = SHAPE.matcher(written);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    ValueType type = ValueType.named(matcher.group(2));
    Relation relation = relation(matcher.group(4));
    boolean negated = matcher.group(3) != null;
    boolean ignoreCase = matcher.group(5) != null;
    boolean known = type.compares(relation) && !(negated && relation.orders()) && (!ignoreCase || type == ValueType.STRING);
    return known
        ? Optional.of(new AttributeOperator(written, quantifier(matcher.group(1)), type, relation, negated, ignoreCase))
        : Optional.empty();
  }

  /** Whether the comparison holds between values that both sides' type can read. */
  boolean holds(List<String> left, List<String> right) {
    BiPredicate<String, String> pair = (actual, wanted) -> type.holds(relation, ignoreCase, actual, wanted) != negated;
    return switch (quantifier) {
      case NONE, ANY_OF_ANY -> left.stream().anyMatch(actual -> right.stream().anyMatch(wanted -> pair.test(actual, wanted)));
      case ALL_OF_ANY -> left.stream().allMatch(actual -> right.stream().anyMatch(wanted -> pair.test(actual, wanted)));
      case ANY_OF_ALL -> left.stream().anyMatch(actual -> right.stream().allMatch(wanted -> pair.test(actual, wanted)));
      case ALL_OF_ALL -> left.stream().allMatch(actual -> right.stream().allMatch(wanted -> pair.test(actual, wanted)));
    };
  }

  private static Relation relation(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    return List.of(Relation.values()).stream()
        .filter(one -> one.name().replace("_", "").toLowerCase(Locale.ROOT).equals(lower))
        .findFirst()
        .orElseThrow();
  }

  private static Quantifier quantifier(String written) {
    return switch (written == null ? "" : written.toLowerCase(Locale.ROOT)) {
      case "forallofanyvalues" -> Quantifier.ALL_OF_ANY;
      case "foranyofallvalues" -> Quantifier.ANY_OF_ALL;
      case "forallofallvalues" -> Quantifier.ALL_OF_ALL;
      case "foranyofanyvalues" -> Quantifier.ANY_OF_ANY;
      default -> Quantifier.NONE;
    };
  }
}
