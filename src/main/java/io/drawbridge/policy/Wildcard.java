package io.drawbridge.policy;

/** Matches {@code *} (any run) and {@code ?} (one character) in time proportional to pattern × text, whatever the pattern. */
public final class Wildcard {

  /** Private-use characters that stand for a literal star and question mark, as {@code ${*}} and {@code ${?}} ask for. */
  public static final char LITERAL_STAR = '\uE000';

  public static final char LITERAL_QUESTION = '\uE001';

  private Wildcard() {}

  public static boolean matches(String pattern, String text) {
    return matches(pattern, 0, pattern.length(), text, 0, text.length());
  }

  /** Matches a part of a pattern with a part of a text. */
  public static boolean matches(String pattern, int from, int to, String text, int textFrom, int textTo) {
    int p = from;
    int t = textFrom;
    int star = -1;
    int resume = 0;
    while (t < textTo) {
      if (p < to && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < to && (pattern.charAt(p) == '?' || literal(pattern.charAt(p)) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < to && pattern.charAt(p) == '*') {
      p++;
    }
    return p == to;
  }

  /** The text as it is compared where wildcards have no meaning. */
  public static String literal(String pattern) {
    return pattern.replace(LITERAL_STAR, '*').replace(LITERAL_QUESTION, '?');
  }

  private static char literal(char c) {
    return c == LITERAL_STAR ? '*' : c == LITERAL_QUESTION ? '?' : c;
  }
}
