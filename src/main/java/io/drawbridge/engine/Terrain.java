package io.drawbridge.engine;

import io.drawbridge.engine.TermMask.Follow;
import java.util.BitSet;

/**
 * The part of an image that a search may use.
 *
 * @param least {@link Follow#ALWAYS} to follow only what needs no condition, {@link Follow#CONDITIONALLY} for all that may hold
 * @param within nodes outside of it are not entered; must not change while a search uses it
 * @param cut edges taken away; must not change while a search uses it
 * @param maxHops at least 0; a step through capability sets is one hop
 */
public record Terrain(Image image, TermMask mask, Follow least, BitSet within, BitSet cut, int maxHops, Deadline deadline) {

  /** More hops than any path has; keeps a label's cost and hops in one long. */
  static final int MOST_HOPS = (1 << 24) - 2;

  public Terrain {
    if (least == Follow.NEVER) {
      throw new IllegalArgumentException("what is never followed is no terrain");
    }
    maxHops = Math.clamp(maxHops, 0, MOST_HOPS);
  }

  /** All that may hold, everywhere. */
  public static Terrain of(Image image, TermMask mask, int maxHops, Deadline deadline) {
    var everywhere = new BitSet(image.nodeCount());
    everywhere.set(0, image.nodeCount());
    return new Terrain(image, mask, Follow.CONDITIONALLY, everywhere, new BitSet(), maxHops, deadline);
  }

  public Terrain withoutConditions() {
    return new Terrain(image, mask, Follow.ALWAYS, within, cut, maxHops, deadline);
  }

  public Terrain within(BitSet nodes) {
    return new Terrain(image, mask, least, nodes, cut, maxHops, deadline);
  }

  public Terrain without(BitSet edges) {
    return new Terrain(image, mask, least, within, edges, maxHops, deadline);
  }

  Terrain atMost(int hops) {
    return new Terrain(image, mask, least, within, cut, hops, deadline);
  }

  boolean isBounded() {
    return maxHops < MOST_HOPS;
  }

  boolean open(int term, int edge) {
    return mask.atLeast(term, least) && !cut.get(edge);
  }
}
