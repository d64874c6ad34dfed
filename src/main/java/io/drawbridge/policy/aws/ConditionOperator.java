package io.drawbridge.policy.aws;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A condition operator as a policy writes it.
 *
 * @param base the comparison
 * @param quantifier over the values of a key in the request
 * @param ifExists true when an absent key satisfies it
 */
record ConditionOperator(Base base, Quantifier quantifier, boolean ifExists) {

  /** How several values of the request's key are taken. */
  enum Quantifier {
    NONE,
    ALL,
    ANY
  }

  /** The comparisons; the negated ones compare as their positive form does. */
  enum Base {
    STRING_EQUALS("StringEquals", false),
    STRING_NOT_EQUALS("StringNotEquals", true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true),
    STRING_LIKE("StringLike", false),
    STRING_NOT_LIKE("StringNotLike", true),
    NUMERIC_EQUALS("NumericEquals", false),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true),
    NUMERIC_LESS_THAN("NumericLessThan", false),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false),
    DATE_EQUALS("DateEquals", false),
    DATE_NOT_EQUALS("DateNotEquals", true),
    DATE_LESS_THAN("DateLessThan", false),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false),
    DATE_GREATER_THAN("DateGreaterThan", false),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false),
    BOOL("Bool", false),
    BINARY_EQUALS("BinaryEquals", false),
    IP_ADDRESS("IpAddress", false),
    NOT_IP_ADDRESS("NotIpAddress", true),
    ARN_EQUALS("ArnEquals", false),
    ARN_NOT_EQUALS("ArnNotEquals", true),
    ARN_LIKE("ArnLike", false),
    ARN_NOT_LIKE("ArnNotLike", true),
    NULL("Null", false);

    private static final Map<String, Base> BY_NAME =
        Arrays.stream(values()).collect(Collectors.toMap(base -> base.written.toLowerCase(java.util.Locale.ROOT), Function.identity()));

    private final String written;
    private final boolean negated;

    Base(String written, boolean negated) {
      this.written = written;
      this.negated = negated;
    }

    String written() {
      return written;
    }

    boolean negated() {
      return negated;
    }
  }

  private static final String ALL = "forallvalues:";
  private static final String ANY = "foranyvalue:";
  private static final String IF_EXISTS = "ifexists";

  /** What was read before; strangers write policies, so that there is a limit. */
  private static final Map<String, Optional<ConditionOperator>> READ = new ConcurrentHashMap<>();

  private static final int MOST_READ = 512;

  /** Reads an operator; letter case does not count. */
  static Optional<ConditionOperator> find(String written) {
    Optional<ConditionOperator> known = READ.get(written);
    if (known == null) {
      known = read(written);
      if (READ.size() < MOST_READ) {
        READ.put(written, known);
      }
    }
    return known;
  }

  private static Optional<ConditionOperator> read(String written) {
    String rest = written.toLowerCase(java.util.Locale.ROOT);
    Quantifier quantifier = Quantifier.NONE;
    if (rest.startsWith(ALL)) {
      quantifier = Quantifier.ALL;
      rest = rest.substring(ALL.length());
    } else if (rest.startsWith(ANY)) {
      quantifier = Quantifier.ANY;
      rest = rest.substring(ANY.length());
    }
    boolean ifExists = rest.endsWith(IF_EXISTS);
    Base base = Base.BY_NAME.get(ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest);
    if (base == null || (base == Base.NULL && ifExists)) {
      return Optional.empty();
    }
    return Optional.of(new ConditionOperator(base, quantifier, ifExists));
  }
}
