package io.drawbridge.graph;

import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.cloud.StatementRef;
import java.util.Comparator;

/**
 * One piece of proof of an edge.
 *
 * @param scope whose collector read the document
 * @param snapshot the snapshot it was read in; not part of what makes two graphs equal
 */
public record Evidence(Side side, StatementRef statement, Scope scope, SnapshotId snapshot) implements Comparable<Evidence> {

  /** Which half of the hop the document proves. */
  public enum Side {
    GRANT,
    TRUST,
    RESTRICT,
    NETWORK,
    FACT
  }

  private static final Comparator<Evidence> ORDER =
      Comparator.comparing(Evidence::side)
          .thenComparing(evidence -> evidence.statement().document())
          .thenComparing(evidence -> evidence.statement().pointer())
          .thenComparing(evidence -> evidence.statement().excerpt())
          .thenComparing(Evidence::scope)
          .thenComparing(Evidence::snapshot);

  @Override
  public int compareTo(Evidence other) {
    return ORDER.compare(this, other);
  }
}
