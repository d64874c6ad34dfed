package io.drawbridge.policy.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a condition into its words and signs; empty when a character belongs to none. */
final class ConditionTokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?:(?<sign>[(){},!]|&&|\\|\\|)"
              + "|@(?<source>Resource|Request|Principal|Environment)\\s*+\\[(?<attribute>[^\\]]++)\\]"
              + "|(?<word>[A-Za-z0-9_][A-Za-z0-9_.:+-]*+|-[0-9]++))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private ConditionTokens() {}

  /** A word or a sign. */
  sealed interface Token {

    /** A bracket, a comma or a logical operator, always as its sign: {@code ( ) { } , ! && ||}. */
    record Sign(String sign) implements Token {}

    record Attribute(String source, String name) implements Token {}

    /** A quoted value, without its quotes. */
    record Text(String text) implements Token {}

    /** An operator, a function, or a value without quotes. */
    record Word(String word) implements Token {}
  }

  static Optional<List<Token>> of(String condition) {
    List<Token> tokens = new ArrayList<>();
    String rest = condition.strip();
    Matcher matcher = TOKEN.matcher(rest);
    int at = 0;
    while (at < rest.length()) {
      int quote = closing(rest, at);
      if (quote > 0) {
        tokens.add(new Token.Text(rest.substring(at + 1, quote).replace("\\'", "'")));
        at = quote + 1;
      } else if (matcher.region(at, rest.length()).lookingAt()) {
        tokens.add(token(matcher));
        at = matcher.end();
      } else {
        return Optional.empty();
      }
      at = next(rest, at);
    }
    return Optional.of(tokens);
  }

  /** Where the quoted value that begins here ends; negative when none does. */
  private static int closing(String text, int at) {
    if (text.charAt(at) != '\'') {
      return -1;
    }
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '\'') {
        return i;
      }
    }
    return -1;
  }

  private static int next(String text, int at) {
    int next = at;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static Token token(Matcher matcher) {
    if (matcher.group("sign") != null) {
      return new Token.Sign(matcher.group("sign"));
    }
    if (matcher.group("source") != null) {
      return new Token.Attribute(capitalized(matcher.group("source")), matcher.group("attribute").strip());
    }
    return word(matcher.group("word"));
  }

  private static Token word(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AND" -> new Token.Sign("&&");
      case "OR" -> new Token.Sign("||");
      case "NOT" -> new Token.Sign("!");
      default -> new Token.Word(word);
    };
  }

  private static String capitalized(String source) {
    return source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1).toLowerCase(Locale.ROOT);
  }
}
