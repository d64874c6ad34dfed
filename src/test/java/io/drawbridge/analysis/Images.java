package io.drawbridge.analysis;

import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.graph.Graph;
import java.util.List;

/** Images of test graphs. */
public final class Images {

  private Images() {}

  public static Image of(Graph graph, CoverageGap... gaps) {
    return ImageBuilder.of(graph, new SnapshotId("20261124T020000Z-1a2b3c4d"), new Completeness(100, List.of(gaps)));
  }
}
