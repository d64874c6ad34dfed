package io.drawbridge.policy;

/** Matches {@code *} (any run) and {@code ?} (one character) in time proportional to pattern × text, whatever the pattern. */
public final class Wildcard {

  /** Private-use characters that stand for a literal star and question mark, as {@code ${*}} and {@code ${?}} ask for. */
  public static final char LITERAL_STAR = '\uE000';

  public static final char LITERAL_QUESTION = '\uE001';

  private Wildcard() {}

  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && (pattern.charAt(p) == '?' || literal(pattern.charAt(p)) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** The text as it is compared where wildcards have no meaning. */
  public static String literal(String pattern) {
    return pattern.replace(LITERAL_STAR, '*').replace(LITERAL_QUESTION, '?');
  }

  private static char literal(char c) {
    return c == LITERAL_STAR ? '*' : c == LITERAL_QUESTION ? '?' : c;
  }
}
