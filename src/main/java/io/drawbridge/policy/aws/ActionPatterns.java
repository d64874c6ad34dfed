package io.drawbridge.policy.aws;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of an action element as they are compared, made ready when they are first asked for.
 *
 * <p>Why: an action is asked of every statement of an estate, by every rule. Source: IAM User Guide, "IAM JSON policy elements: Action":
 * letter case does not count; a wildcard cannot stand for a service, only for everything.
 */
final class ActionPatterns {

  static final ActionPatterns NONE = new ActionPatterns(List.of());

  private final List<String> written;
  private ReadPattern @Nullable [] ready;

  ActionPatterns(List<String> written) {
    this.written = written;
  }

  boolean name(String lowerCaseAction) {
    for (ReadPattern pattern : ready()) {
      if (pattern.matches(lowerCaseAction)) {
        return true;
      }
    }
    return false;
  }

  private ReadPattern[] ready() {
    ReadPattern[] patterns = ready;
    if (patterns == null) {
      patterns = written.stream().filter(ActionPatterns::namesService).map(pattern -> new ReadPattern(pattern.toLowerCase(Locale.ROOT)))
          .toArray(ReadPattern[]::new);
      ready = patterns;
    }
    return patterns;
  }

  private static boolean namesService(String pattern) {
    int colon = pattern.indexOf(':');
    String service = colon < 0 ? "" : pattern.substring(0, colon);
    return (service.indexOf('*') < 0 && service.indexOf('?') < 0) || pattern.equals("*:*");
  }

  /** Made of the values beside it, it tells no two elements apart. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ActionPatterns;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
