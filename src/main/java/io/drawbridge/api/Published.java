package io.drawbridge.api;

import io.drawbridge.cloud.SnapshotId;

/** A published snapshot and all that answers are made of. */
public record Published(SnapshotId id) {}
