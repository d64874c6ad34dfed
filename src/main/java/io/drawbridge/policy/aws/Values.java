package io.drawbridge.policy.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.AddressBlock;
import io.drawbridge.policy.Wildcard;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Compares one value of the request with one of the policy; values of the wrong form match nothing. */
final class Values {

  private static final Pattern EPOCH = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Values() {}

  /** The positive form of the comparison. */
  static boolean match(ConditionOperator.Base base, String actual, String wanted) {
    return switch (base) {
      case STRING_EQUALS, STRING_NOT_EQUALS, BINARY_EQUALS -> actual.equals(Wildcard.literal(wanted));
      case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> actual.equalsIgnoreCase(Wildcard.literal(wanted));
      case STRING_LIKE, STRING_NOT_LIKE -> Wildcard.matches(wanted, actual);
      case ARN_EQUALS, ARN_NOT_EQUALS, ARN_LIKE, ARN_NOT_LIKE -> arn(wanted, actual);
      case BOOL -> actual.equalsIgnoreCase(wanted) && (wanted.equalsIgnoreCase("true") || wanted.equalsIgnoreCase("false"));
      case IP_ADDRESS, NOT_IP_ADDRESS -> AddressBlock.parse(wanted).map(block -> block.contains(actual)).orElse(false);
      case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> is(numbers(actual, wanted), 0, 0);
      case NUMERIC_LESS_THAN -> is(numbers(actual, wanted), -1, -1);
      case NUMERIC_LESS_THAN_EQUALS -> is(numbers(actual, wanted), -1, 0);
      case NUMERIC_GREATER_THAN -> is(numbers(actual, wanted), 1, 1);
      case NUMERIC_GREATER_THAN_EQUALS -> is(numbers(actual, wanted), 0, 1);
      case DATE_EQUALS, DATE_NOT_EQUALS -> is(dates(actual, wanted), 0, 0);
      case DATE_LESS_THAN -> is(dates(actual, wanted), -1, -1);
      case DATE_LESS_THAN_EQUALS -> is(dates(actual, wanted), -1, 0);
      case DATE_GREATER_THAN -> is(dates(actual, wanted), 1, 1);
      case DATE_GREATER_THAN_EQUALS -> is(dates(actual, wanted), 0, 1);
      case NULL -> throw new IllegalArgumentException("Null asks for presence, not for a value");
    };
  }

  /** True when both values have the form that a negated comparison needs: what is no address is not outside a network either. */
  static boolean comparable(ConditionOperator.Base base, String actual, String wanted) {
    return switch (base) {
      case ARN_NOT_EQUALS, ARN_NOT_LIKE -> isArn(actual);
      case NOT_IP_ADDRESS -> AddressBlock.parse(actual).isPresent() && AddressBlock.parse(wanted).isPresent();
      case NUMERIC_NOT_EQUALS -> numbers(actual, wanted).isPresent();
      case DATE_NOT_EQUALS -> dates(actual, wanted).isPresent();
      default -> true;
    };
  }

  private static boolean arn(String wanted, String actual) {
    return isArn(actual) && wanted.split(":", 6).length == 6 && ArnPattern.matches(wanted, actual);
  }

  private static boolean isArn(String text) {
    return Arn.find(text).isPresent();
  }

  private static boolean is(OptionalInt comparison, int least, int most) {
    return comparison.isPresent() && comparison.getAsInt() >= least && comparison.getAsInt() <= most;
  }

  private static OptionalInt numbers(String actual, String wanted) {
    try {
      return OptionalInt.of(new BigDecimal(actual).compareTo(new BigDecimal(wanted)));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt dates(String actual, String wanted) {
    Optional<Instant> a = date(actual);
    Optional<Instant> b = date(wanted);
    return a.isPresent() && b.isPresent() ? OptionalInt.of(Integer.signum(a.get().compareTo(b.get()))) : OptionalInt.empty();
  }

  private static Optional<Instant> date(String text) {
    try {
      if (EPOCH.matcher(text).matches()) {
        return Optional.of(Instant.ofEpochSecond(new BigDecimal(text).longValue()));
      }
      if (DATE.matcher(text).matches()) {
        return Optional.of(LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
