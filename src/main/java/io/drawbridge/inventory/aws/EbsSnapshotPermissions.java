package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Whom a snapshot is shared with, under the snapshot's id.
 *
 * @param everybody true when any account may use it
 * @param accounts that may use it by name
 */
public record EbsSnapshotPermissions(Origin origin, Arn id, boolean everybody, List<String> accounts) implements Resource {

  public EbsSnapshotPermissions {
    accounts = List.copyOf(accounts);
  }

  @Override
  public String name() {
    return id.name();
  }
}
