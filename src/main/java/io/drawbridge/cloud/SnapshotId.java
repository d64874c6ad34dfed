package io.drawbridge.cloud;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;

/** Names one published state of the estate; sortable by time: {@code 20261124T020000.000Z-1a2b3c4d}. */
public record SnapshotId(String value) implements Comparable<SnapshotId> {

  /** The snapshot of files that are analysed in memory and never stored. */
  public static final SnapshotId IN_MEMORY = new SnapshotId("in-memory");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** A new id, different from any other made at the same time. */
  public static SnapshotId at(Instant time, RandomGenerator random) {
    return new SnapshotId(TIME.format(time) + "-%08x".formatted(random.nextInt()));
  }

  @Override
  public int compareTo(SnapshotId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
