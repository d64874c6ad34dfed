package io.drawbridge.edge.aws.access;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Glob;
import java.util.Optional;

/**
 * What two patterns have in common, as a pattern.
 *
 * <p><b>Not modelled:</b> of two patterns of which neither takes in the other, the texts in which what one ends with and the other begins with
 * overlap, or in which more than one star of each has a part.
 */
final class PatternMeet {

  /** Stands for a star in a text: longer than any run of question marks in a pattern. */
  private static final String ANY_RUN = "\u0001".repeat(40);

  private PatternMeet() {}

  static Optional<String> ofResources(String one, String other) {
    return meet(one, other, one, other);
  }

  /** Actions are compared without letter case. */
  static Optional<String> ofActions(String one, String other) {
    return meet(one, other, ResourceId.lowerCase(one), ResourceId.lowerCase(other));
  }

  /** True when the first takes in all of the second. */
  static boolean covers(String pattern, String other) {
    return pattern.equals("*") || pattern.equals(other) || new Glob(pattern).matches(other.replace("*", ANY_RUN));
  }

  static boolean coversAction(String pattern, String other) {
    return covers(ResourceId.lowerCase(pattern), ResourceId.lowerCase(other));
  }

  private static Optional<String> meet(String one, String other, String comparedOne, String comparedOther) {
    if (covers(comparedOne, comparedOther)) {
      return Optional.of(other);
    }
    if (covers(comparedOther, comparedOne)) {
      return Optional.of(one);
    }
    return crossing(one, comparedOther, comparedOne).or(() -> crossing(other, comparedOne, comparedOther));
  }

  /** The first begins it and the other ends it: {@code s3:Get*} and {@code *Object} meet in {@code s3:Get*Object}. */
  private static Optional<String> crossing(String begins, String ends, String comparedBegins) {
    int star = ends.indexOf('*');
    if (!begins.endsWith("*") || star < 0 || !new Glob(ends.substring(0, star + 1)).matches(comparedBegins.replace("*", ANY_RUN))) {
      return Optional.empty();
    }
    return Optional.of(begins + ends.substring(star + 1));
  }
}
