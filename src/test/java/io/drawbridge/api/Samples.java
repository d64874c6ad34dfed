package io.drawbridge.api;

import io.drawbridge.cloud.SnapshotId;

/** Published snapshots for tests. */
public final class Samples {

  private Samples() {}

  public static Published published(String name) {
    return new Published(new SnapshotId(name));
  }
}
