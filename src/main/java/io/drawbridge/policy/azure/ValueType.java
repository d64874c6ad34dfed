package io.drawbridge.policy.azure;

import io.drawbridge.policy.AddressBlock;
import io.drawbridge.policy.Wildcard;
import io.drawbridge.policy.azure.AttributeOperator.Relation;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the values of a comparison are read and compared. */
enum ValueType {
  STRING,
  NUMERIC,
  DATETIME,
  TIMEOFDAY,
  BOOL,
  GUID,
  IP;

  private static final Pattern GUID_DIGITS = Pattern.compile("[0-9a-f]{32}");

  static ValueType named(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT));
  }

  boolean compares(Relation relation) {
    return switch (this) {
      case STRING -> relation == Relation.EQUALS || relation == Relation.STARTS_WITH || relation == Relation.LIKE;
      case NUMERIC, DATETIME, TIMEOFDAY -> relation == Relation.EQUALS || relation.orders();
      case BOOL, GUID -> relation == Relation.EQUALS;
      case IP -> relation == Relation.MATCH;
    };
  }

  /** True when a text is a value of the type: nothing else can be compared. */
  boolean reads(String text) {
    try {
      return switch (this) {
        case STRING -> true;
        case NUMERIC -> new BigInteger(text).bitLength() >= 0;
        case DATETIME -> instant(text).isAfter(Instant.MIN);
        case TIMEOFDAY -> !time(text).isBefore(LocalTime.MIN);
        case BOOL -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        case GUID -> GUID_DIGITS.matcher(guid(text)).matches();
        case IP -> AddressBlock.parse(text).isPresent();
      };
    } catch (NumberFormatException | DateTimeException e) {
      return false;
    }
  }

  /** Compares two values that the type reads. */
  boolean holds(Relation relation, boolean ignoreCase, String actual, String wanted) {
    return switch (this) {
      case STRING -> ignoreCase
          ? texts(relation, actual.toLowerCase(Locale.ROOT), wanted.toLowerCase(Locale.ROOT))
          : texts(relation, actual, wanted);
      case NUMERIC -> ordered(relation, new BigInteger(actual).compareTo(new BigInteger(wanted)));
      case DATETIME -> ordered(relation, instant(actual).compareTo(instant(wanted)));
      case TIMEOFDAY -> ordered(relation, time(actual).compareTo(time(wanted)));
      case BOOL -> actual.equalsIgnoreCase(wanted);
      case GUID -> guid(actual).equals(guid(wanted));
      case IP -> AddressBlock.parse(wanted).map(block -> block.contains(actual)).orElse(false);
    };
  }

  private static boolean texts(Relation relation, String actual, String wanted) {
    return switch (relation) {
      case STARTS_WITH -> actual.startsWith(wanted);
      case LIKE -> Wildcard.matches(unescaped(wanted), actual);
      case EQUALS, MATCH, LESS_THAN, LESS_THAN_EQUALS, GREATER_THAN, GREATER_THAN_EQUALS -> actual.equals(wanted);
    };
  }

  private static boolean ordered(Relation relation, int comparison) {
    return switch (relation) {
      case LESS_THAN -> comparison < 0;
      case LESS_THAN_EQUALS -> comparison <= 0;
      case GREATER_THAN -> comparison > 0;
      case GREATER_THAN_EQUALS -> comparison >= 0;
      case EQUALS, STARTS_WITH, LIKE, MATCH -> comparison == 0;
    };
  }

  /** A backslash takes the meaning from a wildcard. */
  private static String unescaped(String pattern) {
    return pattern.replace("\\*", String.valueOf(Wildcard.LITERAL_STAR)).replace("\\?", String.valueOf(Wildcard.LITERAL_QUESTION));
  }

  private static String guid(String text) {
    return text.replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** A time of day, or the one of a whole date and time in UTC. */
  private static LocalTime time(String text) {
    return text.indexOf('T') < 0 ? LocalTime.parse(text) : LocalTime.ofInstant(instant(text), ZoneOffset.UTC);
  }
}
