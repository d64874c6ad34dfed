package io.drawbridge.policy.aws;

import io.drawbridge.policy.AddressBlock;
import io.drawbridge.policy.Wildcard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A set of values that a condition compares with, as far as sets can be compared with each other. */
sealed interface Form {

  /** Every value. */
  record Everything() implements Form {}

  record Exact(List<String> values) implements Form {
    public Exact {
      values = List.copyOf(values);
    }
  }

  /** Texts that are like one of some patterns; of ARNs each of the six parts is. */
  record Like(List<String> patterns, boolean arns) implements Form {
    public Like {
      patterns = List.copyOf(patterns);
    }
  }

  record Blocks(List<AddressBlock> blocks) implements Form {
    public Blocks {
      blocks = List.copyOf(blocks);
    }
  }

  /** Numbers, or moments in seconds since the epoch, on one side of a limit. */
  record Side(boolean above, boolean inclusive, BigDecimal limit) implements Form {

    /** Whether another side, on the same side of its limit, is within this one. */
    boolean reaches(Side other) {
      int order = limit.compareTo(other.limit);
      return order == 0 ? inclusive || !other.inclusive : (order < 0) == above;
    }

    /** Whether another side, on the other side of its limit, ends before this one begins. */
    boolean misses(Side other) {
      int order = limit.compareTo(other.limit);
      return order == 0 ? !inclusive || !other.inclusive : (order > 0) == above;
    }
  }

  /** A set that cannot be compared. */
  record Opaque() implements Form {}

  Pattern COLON = Pattern.compile(":");
  int ARN_PARTS = 6;

  /** True only if every value of the other set is of this one. */
  default boolean covers(Form other) {
    if (this instanceof Everything) {
      return true;
    }
    if (other instanceof Exact exact) {
      return exact.values().stream().allMatch(value -> contains(value).orElse(false));
    }
    return switch (this) {
      case Like like when other instanceof Like its ->
          (!like.arns() || its.arns()) && its.patterns().stream().allMatch(one -> like.patterns().stream().anyMatch(mine -> covers(mine, one, like.arns())));
      case Blocks mine when other instanceof Blocks its ->
          its.blocks().stream().allMatch(one -> mine.blocks().stream().anyMatch(block -> block.covers(one)));
      case Side mine when other instanceof Side its && mine.above() == its.above() -> mine.reaches(its);
      default -> false;
    };
  }

  /** True only if the sets have no value in common. */
  default boolean disjoint(Form other) {
    if (other instanceof Exact exact) {
      return exact.values().stream().allMatch(value -> !contains(value).orElse(true));
    }
    return switch (this) {
      case Exact exact -> other.disjoint(exact);
      case Like like when other instanceof Like its ->
          like.patterns().stream().allMatch(mine -> its.patterns().stream().allMatch(one -> apart(mine, one)));
      case Blocks mine when other instanceof Blocks its ->
          mine.blocks().stream().allMatch(one -> its.blocks().stream().noneMatch(block -> block.covers(one) || one.covers(block)));
      case Side mine when other instanceof Side its && mine.above() != its.above() -> mine.misses(its);
      default -> false;
    };
  }

  /** Whether a value is of this set; empty when that cannot be said. */
  default Optional<Boolean> contains(String value) {
    return switch (this) {
      case Everything everything -> Optional.of(true);
      case Exact exact -> Optional.of(exact.values().contains(value));
      case Like like -> Optional.of(like.patterns().stream().anyMatch(pattern -> like.arns()
          ? Values.match(ConditionOperator.Base.ARN_LIKE, value, pattern) : Wildcard.matches(pattern, value)));
      case Blocks blocks -> Optional.of(blocks.blocks().stream().anyMatch(block -> block.contains(value)));
      case Side side -> Optional.empty();
      case Opaque opaque -> Optional.empty();
    };
  }

  private static boolean covers(String pattern, String other, boolean arns) {
    if (!arns) {
      return covers(pattern, other);
    }
    String[] mine = COLON.split(pattern, ARN_PARTS);
    String[] its = COLON.split(other, ARN_PARTS);
    for (int i = 0; i < mine.length; i++) {
      if (its.length != mine.length || !covers(mine[i], its[i])) {
        return false;
      }
    }
    return true;
  }

  /** A star of the other pattern is taken in by a star of this one, never by a question mark. */
  private static boolean covers(String pattern, String other) {
    return (pattern.indexOf('?') < 0 || other.indexOf('*') < 0) && Wildcard.matches(pattern, other);
  }

  /** Whether two patterns begin or end in different ways. */
  private static boolean apart(String first, String second) {
    String start = before(first);
    String otherStart = before(second);
    String end = before(reversed(first));
    String otherEnd = before(reversed(second));
    return !(start.startsWith(otherStart) || otherStart.startsWith(start)) || !(end.startsWith(otherEnd) || otherEnd.startsWith(end))
        || (start.equals(first) && !Wildcard.matches(second, first)) || (otherStart.equals(second) && !Wildcard.matches(first, second));
  }

  private static String before(String pattern) {
    int at = 0;
    while (at < pattern.length() && pattern.charAt(at) != '*' && pattern.charAt(at) != '?') {
      at++;
    }
    return pattern.substring(0, at);
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
