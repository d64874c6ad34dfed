package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** EC2 network ACL. */
public record NetworkAcl(Origin origin, Arn id, String vpcId, boolean isDefault, List<String> subnetIds, List<Entry> entries) implements Resource {

  public NetworkAcl {
    subnetIds = List.copyOf(subnetIds);
    entries = List.copyOf(entries);
  }

  /**
   * One numbered entry.
   *
   * @param protocol the number as AWS prints it; {@code -1} for all, {@code 6} for TCP
   */
  public record Entry(int number, boolean egress, boolean allows, String protocol, String cidr, int fromPort, int toPort, String pointer) {}

  @Override
  public String name() {
    return id.name();
  }
}
