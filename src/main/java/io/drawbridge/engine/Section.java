package io.drawbridge.engine;

/**
 * The parts of an image, in the order in which a file holds them; all but {@link #TEXTS} are little-endian ints.
 *
 * <p>INVARIANT: a change of order or of a part's layout changes {@link ImageFile#VERSION}.
 */
enum Section {
  /** Snapshot, graph hash, percent, gaps: texts by index. */
  META,
  /** Where each text starts in {@link #TEXTS}, and the end. */
  TEXT_OFFSETS,
  TEXTS,
  /** Pairs of cloud and id, as texts. */
  SCOPES,
  /** The names of node kinds, as texts. */
  NODE_KINDS,
  /** Columns of {@link NodeTable}. */
  NODES,
  /** Facts and marks of nodes that have any. */
  NODE_EXTRAS,
  ENTRY_POINTS,
  CROWN_JEWELS,
  /** Columns of {@link EdgeTable}. */
  EDGES,
  /** Kind, cost, condition, whether out of the internet. */
  TERMS,
  CONDITIONS,
  PROOFS,
  EVIDENCE,
  FORWARD_OFFSETS,
  /** Neighbour, term, edge for each traversable edge, by its start. */
  FORWARD_ROWS,
  REVERSE_OFFSETS,
  /** The same by its end. */
  REVERSE_ROWS
}
