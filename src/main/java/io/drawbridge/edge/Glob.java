package io.drawbridge.edge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A pattern as policies and trusts write it, where {@code *} stands for any run of characters and {@code ?} for one.
 *
 * <p>Why not a regular expression: patterns come from strangers, and this walk is bounded by length × length.
 */
public record Glob(String text) {

  /** What stands for a star when any text will do: no sensible deny names it. */
  private static final String ANYTHING = "drawbridge-witness";

  public boolean isLiteral() {
    return text.indexOf('*') < 0 && text.indexOf('?') < 0;
  }

  public boolean matches(String subject) {
    return reached(subject).get(text.length());
  }

  /** What stands before the first wildcard. */
  public String literalPrefix() {
    int at = 0;
    while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '?') {
      at++;
    }
    return text.substring(0, at);
  }

  /**
   * One text that begins with {@code prefix}, goes on, and matches, if there is any.
   *
   * @param whenOpen what to continue with where the pattern leaves everything after the prefix open
   */
  public Optional<String> witness(String prefix, String whenOpen) {
    return witnesses(prefix, whenOpen).stream().findFirst();
  }

  /** Such texts, one for every way in which the pattern's start can have matched the prefix; those that need least first. */
  public List<String> witnesses(String prefix, String whenOpen) {
    BitSet positions = reached(prefix);
    List<String> found = new ArrayList<>();
    for (int at = positions.previousSetBit(text.length() - 1); at >= 0; at = positions.previousSetBit(at - 1)) {
      String rest = text.substring(at);
      String filled = rest.equals("*") ? whenOpen : rest.replace("*", ANYTHING).replace('?', 'x');
      if (matches(prefix + filled)) {
        found.add(prefix + filled);
      }
    }
    return found;
  }

  /** The positions in the pattern that can have been reached when all of the input is consumed. */
  private BitSet reached(String input) {
    BitSet now = closure(start());
    for (int i = 0; i < input.length() && !now.isEmpty(); i++) {
      now = closure(step(now, input.charAt(i)));
    }
    return now;
  }

  private static BitSet start() {
    var first = new BitSet();
    first.set(0);
    return first;
  }

  private BitSet step(BitSet now, char next) {
    var after = new BitSet();
    for (int at = now.nextSetBit(0); at >= 0 && at < text.length(); at = now.nextSetBit(at + 1)) {
      char wanted = text.charAt(at);
      if (wanted == '*') {
        after.set(at);
      } else if (wanted == '?' || wanted == next) {
        after.set(at + 1);
      }
    }
    return after;
  }

  /** A star may also stand for nothing. */
  private BitSet closure(BitSet positions) {
    for (int at = positions.nextSetBit(0); at >= 0 && at < text.length(); at = positions.nextSetBit(at + 1)) {
      if (text.charAt(at) == '*') {
        positions.set(at + 1);
      }
    }
    return positions;
  }
}
