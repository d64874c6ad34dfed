package io.drawbridge.api;

import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.graph.Graph;
import java.util.List;

/** Published snapshots for tests. */
public final class Samples {

  private Samples() {}

  /** An empty estate under that name. */
  public static Published published(String name) {
    return published(name, new Graph(List.of(), List.of()), new Completeness(100, List.of()));
  }

  public static Published published(String name, Graph graph, Completeness completeness) {
    return new Published(ImageBuilder.of(graph, new SnapshotId(name), completeness));
  }
}
