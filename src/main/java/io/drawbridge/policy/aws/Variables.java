package io.drawbridge.policy.aws;

import io.drawbridge.policy.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Policy variables: {@code ${key}}, {@code ${key, 'default'}}, and {@code ${*}}, {@code ${?}}, {@code ${$}} for the characters
 * themselves. Source: IAM User Guide, "IAM policy elements: Variables and tags": in the newer version of the language only; a key of
 * several values is no variable; a variable without value and without default equals nothing and is like nothing.
 */
final class Variables {

  private static final Pattern NAME_AND_DEFAULT = Pattern.compile("([^,']*+)(?:,\\s*+'([^']*+)'\\s*+)?+");

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

    /** The value of some variable is not known. */
    record Open(List<Part> parts) implements Filled {
      public Open {
        parts = List.copyOf(parts);
      }
    }
  }

  /** A piece of a text whose variables are not all known. */
  sealed interface Part {
    record Known(String text) implements Part {}

    /**
     * A variable whose value is not known.
     *
     * @param fallback its default
     */
    record Unknown(String key, Optional<String> fallback) implements Part {}
  }

  /** Fills in a text; in a policy of the older version it stays as it is. */
  Filled fill(String text) {
    if (!enabled || !isIn(text)) {
      return new Filled.Text(text);
    }
    List<Part> parts = new ArrayList<>();
    var known = new StringBuilder();
    int from = 0;
    int start = text.indexOf("${");
    while (start >= 0) {
      int end = end(text, start + 2);
      if (end < 0) {
        break;
      }
      known.append(text, from, start);
      switch (variable(text.substring(start + 2, end))) {
        case Filled.Text value -> known.append(value.text());
        case Filled.Nothing nothing -> {
          return nothing;
        }
        case Filled.Open open -> {
          parts.add(new Part.Known(known.toString()));
          known.setLength(0);
          parts.addAll(open.parts());
        }
      }
      from = end + 1;
      start = text.indexOf("${", from);
    }
    known.append(text, from, text.length());
    if (parts.isEmpty()) {
      return new Filled.Text(known.toString());
    }
    parts.add(new Part.Known(known.toString()));
    return new Filled.Open(parts);
  }

  static boolean isIn(String text) {
    return text.indexOf("${") >= 0;
  }

  /** Where the variable ends; a brace inside the quotes of a default does not end it. */
  private static int end(String text, int from) {
    int brace = text.indexOf('}', from);
    int quote = brace < 0 ? -1 : text.substring(from, brace).indexOf('\'');
    if (quote < 0) {
      return brace;
    }
    int closing = text.indexOf('\'', from + quote + 1);
    return closing < 0 ? -1 : text.indexOf('}', closing);
  }

  private Filled variable(String written) {
    return switch (written) {
      case "*" -> new Filled.Text(String.valueOf(Wildcard.LITERAL_STAR));
      case "?" -> new Filled.Text(String.valueOf(Wildcard.LITERAL_QUESTION));
      case "$" -> new Filled.Text("$");
      default -> key(written);
    };
  }

  private Filled key(String written) {
    Matcher parts = NAME_AND_DEFAULT.matcher(written);
    if (!parts.matches() || parts.group(1).isBlank()) {
      return new Filled.Nothing();
    }
    String key = parts.group(1).strip();
    Optional<String> fallback = Optional.ofNullable(parts.group(2)).map(Variables::protect);
    Optional<List<String>> values = context.values(key);
    if (values.isEmpty()) {
      return new Filled.Open(List.of(new Part.Unknown(key, fallback)));
    }
    Optional<String> value = values.get().size() == 1 ? Optional.of(protect(values.get().getFirst())) : fallback;
    return value.<Filled>map(Filled.Text::new).orElseGet(Filled.Nothing::new);
  }

  /** Values of the request are no patterns. */
  static String protect(String value) {
    return value.replace('*', Wildcard.LITERAL_STAR).replace('?', Wildcard.LITERAL_QUESTION);
  }

  /** A text as a policy of the newer version writes it, so that it comes to the same. */
  static String written(String filled) {
    return filled.replace("${", "${$}{").replace(String.valueOf(Wildcard.LITERAL_STAR), "${*}").replace(String.valueOf(Wildcard.LITERAL_QUESTION), "${?}");
  }
}
