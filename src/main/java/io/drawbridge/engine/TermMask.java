package io.drawbridge.engine;

import java.util.BitSet;
import java.util.function.Function;

/** What one question makes of each term of an image, worked out once so that a search only looks it up. */
public final class TermMask {

  /** How far a question follows edges of a term. */
  public enum Follow {
    /** Not asked for, or known not to hold. */
    NEVER,
    /** If what it asks holds. */
    CONDITIONALLY,
    /** Whatever holds. */
    ALWAYS
  }

  private final BitSet possible;
  private final BitSet certain;
  private final int[] costs;

  private TermMask(BitSet possible, BitSet certain, int[] costs) {
    this.possible = possible;
    this.certain = certain;
    this.costs = costs;
  }

  public static TermMask of(Image image, Function<Term, Follow> rule) {
    int terms = image.termCount();
    var mask = new TermMask(new BitSet(terms), new BitSet(terms), new int[terms]);
    for (int i = 0; i < terms; i++) {
      Term term = image.decodeTerm(i);
      Follow follow = rule.apply(term);
      mask.possible.set(i, follow != Follow.NEVER);
      mask.certain.set(i, follow == Follow.ALWAYS);
      mask.costs[i] = term.cost();
    }
    return mask;
  }

  public Follow follow(int term) {
    if (certain.get(term)) {
      return Follow.ALWAYS;
    }
    return possible.get(term) ? Follow.CONDITIONALLY : Follow.NEVER;
  }

  boolean atLeast(int term, Follow least) {
    return (least == Follow.ALWAYS ? certain : possible).get(term);
  }

  int cost(int term) {
    return costs[term];
  }
}
