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
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");


  /** Longer texts are no numbers and no dates: arithmetic on them would take longer than linear time. */
  private static final int LONGEST = 64;

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

  /** False when the value of a policy has not the form that a positive comparison needs: nothing ever matches it. */
  static boolean canMatch(ConditionOperator.Base base, String wanted) {
    return switch (base) {
      case BOOL -> wanted.equalsIgnoreCase("true") || wanted.equalsIgnoreCase("false");
      case IP_ADDRESS -> AddressBlock.parse(wanted).isPresent();
      case ARN_EQUALS, ARN_LIKE -> wanted.split(":", 6).length == 6;
      case NUMERIC_EQUALS, NUMERIC_LESS_THAN, NUMERIC_LESS_THAN_EQUALS, NUMERIC_GREATER_THAN, NUMERIC_GREATER_THAN_EQUALS ->
          numbers(wanted, wanted).isPresent();
      case DATE_EQUALS, DATE_LESS_THAN, DATE_LESS_THAN_EQUALS, DATE_GREATER_THAN, DATE_GREATER_THAN_EQUALS -> date(wanted).isPresent();
      default -> true;
    };
  }

  /** The number that a limit of a comparison comes to; a moment counts in seconds since the epoch. */
  static Optional<BigDecimal> limit(ConditionOperator.Base base, String wanted) {
    if (base.written().startsWith("Date")) {
      return date(wanted).map(moment -> BigDecimal.valueOf(moment.getEpochSecond()).add(BigDecimal.valueOf(moment.getNano(), 9)));
    }
    return numbers(wanted, wanted).isPresent() ? Optional.of(new BigDecimal(wanted)) : Optional.empty();
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
    if (actual.length() > LONGEST || wanted.length() > LONGEST) {
      return OptionalInt.empty();
    }
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
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      if (EPOCH.matcher(text).matches()) {
        return Optional.of(Instant.ofEpochSecond(new BigDecimal(text).longValue()));
      }
      if (MONTH.matcher(text).matches()) {
        return date(text + "-01");
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
