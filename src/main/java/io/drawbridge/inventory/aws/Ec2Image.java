package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Machine image.
 *
 * @param ownerId the account that owns it, which need not be the one that listed it
 * @param open true when everybody may launch it
 * @param snapshots the ids of the snapshots that its volumes are made of
 */
public record Ec2Image(Origin origin, Arn id, String ownerId, boolean open, List<String> snapshots) implements Resource {

  public Ec2Image {
    snapshots = List.copyOf(snapshots);
  }

  @Override
  public String name() {
    return id.name();
  }
}
