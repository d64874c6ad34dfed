package io.drawbridge.policy.aws;

import io.drawbridge.policy.Wildcard;

/**
 * A pattern without variables, read once: what of it is plain text is compared as such, and only the rest by {@link Wildcard} and {@link
 * ArnPattern}, which say what it means.
 *
 * <p>Why: most patterns are a text, or a text and a star, and most of what they are compared with differs before the first star.
 */
final class ReadPattern {

  private static final int COLONS_OF_AN_ARN = 5;

  private enum Kind {
    TEXT,
    /** A text and a star. */
    START,
    MIXED
  }

  private final String written;

  /** What stands before the first wildcard: whatever is like the pattern starts with it. */
  private final String start;

  private final Kind kind;

  /** Whether the plain text reaches into the last part of an ARN, so that all parts before are compared by comparing it. */
  private final boolean ofWholeArn;

  ReadPattern(String written) {
    this.written = written;
    this.start = written.substring(0, plain(written));
    this.kind = start.length() == written.length() ? Kind.TEXT
        : start.length() == written.length() - 1 && written.endsWith("*") ? Kind.START : Kind.MIXED;
    this.ofWholeArn = start.chars().filter(c -> c == ':').count() >= COLONS_OF_AN_ARN;
  }

  /** As actions are compared. */
  boolean matches(String text) {
    return text.startsWith(start) && switch (kind) {
      case TEXT -> text.length() == start.length();
      case START -> true;
      case MIXED -> Wildcard.matches(written, text);
    };
  }

  /** As a Resource element names. */
  boolean names(String arn) {
    return arn.startsWith(start) && ((ofWholeArn && kind != Kind.MIXED)
        ? kind == Kind.START || arn.length() == start.length()
        : ArnPattern.names(written, arn));
  }

  private static int plain(String pattern) {
    int at = 0;
    while (at < pattern.length() && !isWildcard(pattern.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWildcard(char c) {
    return c == '*' || c == '?' || c == Wildcard.LITERAL_STAR || c == Wildcard.LITERAL_QUESTION;
  }
}
