package io.drawbridge.cloud;

/** Names one published state of the estate; sortable by time: {@code 20261124T020000Z-1a2b3c4d}. */
public record SnapshotId(String value) implements Comparable<SnapshotId> {

  /** The snapshot of files that are analysed in memory and never stored. */
  public static final SnapshotId IN_MEMORY = new SnapshotId("in-memory");

  @Override
  public int compareTo(SnapshotId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
