package io.drawbridge.store;

import io.drawbridge.cloud.SnapshotId;
import java.time.Instant;

/**
 * One load, for lists.
 *
 * @param created when the load began
 * @param changes how many nodes, edges and pieces of evidence it added, changed or retired
 * @param percent of {@link io.drawbridge.coverage.Completeness}
 */
public record SnapshotSummary(
    SnapshotId id, SnapshotState state, String graphHash, Instant created, long nodes, long edges, long changes, int percent) {}
