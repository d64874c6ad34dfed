package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Whom a snapshot of a database is shared with, under the snapshot's id. */
public record RdsSnapshotPermissions(Origin origin, Arn id, SharedWith with) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
