package io.drawbridge.policy.aws;

import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Wildcard;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Policy variables: {@code ${key}}, {@code ${key, 'default'}}, and {@code ${*}}, {@code ${?}}, {@code ${$}} for the characters
 * themselves. Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
final class Variables {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([^},]+?)\\s*(?:,\\s*'([^']*)'\\s*)?\\}");

  private final RequestContext context;
  private final boolean enabled;

  Variables(RequestContext context, boolean enabled) {
    this.context = context;
    this.enabled = enabled;
  }

  /** A text with its variables filled in. */
  sealed interface Filled {
    record Text(String text) implements Filled {}

    /** A variable has no value: the text matches nothing. */
    record Nothing() implements Filled {}

    /** A variable's value is not known. */
    record Open(Requirement requirement) implements Filled {}
  }

  /** Fills in a text; in a policy of the older version it stays as it is. */
  Filled fill(String text) {
    if (!enabled || text.indexOf("${") < 0) {
      return new Filled.Text(text);
    }
    var filled = new StringBuilder();
    Matcher matcher = VARIABLE.matcher(text);
    int from = 0;
    while (matcher.find()) {
      filled.append(text, from, matcher.start());
      from = matcher.end();
      Optional<String> special = special(matcher.group(1));
      if (special.isPresent()) {
        filled.append(special.get());
        continue;
      }
      Optional<List<String>> values = context.values(matcher.group(1));
      if (values.isEmpty()) {
        return new Filled.Open(open(matcher.group(1), text));
      }
      if (values.get().size() != 1 && matcher.group(2) == null) {
        return new Filled.Nothing();
      }
      filled.append(protect(values.get().size() == 1 ? values.get().getFirst() : matcher.group(2)));
    }
    return new Filled.Text(filled.append(text.substring(from)).toString());
  }

  /** Values of the request are no patterns. */
  private static String protect(String value) {
    return value.replace('*', Wildcard.LITERAL_STAR).replace('?', Wildcard.LITERAL_QUESTION);
  }

  private static Optional<String> special(String name) {
    return switch (name) {
      case "*" -> Optional.of(String.valueOf(Wildcard.LITERAL_STAR));
      case "?" -> Optional.of(String.valueOf(Wildcard.LITERAL_QUESTION));
      case "$" -> Optional.of("$");
      default -> Optional.empty();
    };
  }

  private static Requirement open(String key, String text) {
    return new Requirement(key, "Variable", List.of(text), false, "`" + key + "` fits `" + text + "`");
  }
}
