package io.drawbridge.policy.aws;

import io.drawbridge.policy.Wildcard;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Matches ARNs as Resource elements and the Arn operators do: part by part, the sixth part being all that is left.
 *
 * <p>Source: IAM User Guide, "IAM JSON policy elements: Resource": missing parts at the end are completed with stars.
 */
public final class ArnPattern {

  private static final int PARTS = 6;
  private static final Pattern COLON = Pattern.compile(":");

  private ArnPattern() {}

  public static boolean matches(String pattern, String arn) {
    if (pattern.equals("*")) {
      return true;
    }
    List<String> wanted = parts(pattern);
    List<String> actual = parts(arn);
    if (actual.size() < PARTS || !wanted.getFirst().equals("arn")) {
      return Wildcard.matches(pattern, arn);
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!Wildcard.matches(wanted.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> parts(String arn) {
    return List.of(COLON.split(arn, PARTS));
  }
}
