package io.drawbridge.policy.aws;

import io.drawbridge.policy.Wildcard;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Matches ARNs as Resource elements and the Arn operators do: part by part, the sixth part being all that is left.
 *
 * <p>Source: IAM User Guide, "IAM JSON policy elements: Resource": missing parts at the end are completed with stars, and a star that ends
 * a part may run on over colons; "Condition operators", ARN: each of the six parts is checked for itself.
 */
public final class ArnPattern {

  private static final int PARTS = 6;

  /** No service makes an ARN of more; what has more is not tried in every way. */
  private static final int MOST_PARTS = 16;

  private static final Pattern COLON = Pattern.compile(":");

  private ArnPattern() {}

  /** As the Arn operators compare. */
  public static boolean matches(String pattern, String arn) {
    if (pattern.equals("*")) {
      return true;
    }
    if (!(pattern.startsWith("arn:") || pattern.equals("arn")) || colons(arn) < PARTS - 1) {
      return Wildcard.matches(pattern, arn);
    }
    int from = 0;
    int textFrom = 0;
    for (int part = 1; part <= PARTS; part++) {
      int to = end(pattern, from, part);
      int textTo = end(arn, textFrom, part);
      if (!Wildcard.matches(pattern, from, to, arn, textFrom, textTo)) {
        return false;
      }
      if (to == pattern.length()) {
        return true;
      }
      from = to + 1;
      textFrom = textTo + 1;
    }
    return true;
  }

  /** Where a part ends; the last is all that is left. */
  private static int end(String text, int from, int part) {
    int colon = part == PARTS ? -1 : text.indexOf(':', from);
    return colon < 0 ? text.length() : colon;
  }

  private static int colons(String text) {
    int colons = 0;
    for (int at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
      colons++;
    }
    return colons;
  }

  /** As a Resource element names. */
  public static boolean names(String pattern, String arn) {
    return matches(pattern, arn) || (pattern.contains("*:") && colons(arn) < MOST_PARTS && runsOn(parts(pattern), 0, arn));
  }

  /** Whether the wanted parts fit the text, where a star at the end of a part may take in further ones. */
  private static boolean runsOn(List<String> wanted, int at, String text) {
    String part = wanted.get(at);
    if (at == wanted.size() - 1) {
      return Wildcard.matches(part, text);
    }
    int colon = text.indexOf(':');
    if (colon < 0 || !Wildcard.matches(part, text.substring(0, colon))) {
      return false;
    }
    do {
      if (runsOn(wanted, at + 1, text.substring(colon + 1))) {
        return true;
      }
      colon = text.indexOf(':', colon + 1);
    } while (part.endsWith("*") && colon >= 0);
    return false;
  }

  private static List<String> parts(String arn) {
    return List.of(COLON.split(arn, PARTS));
  }
}
