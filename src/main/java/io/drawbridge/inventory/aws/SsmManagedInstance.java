package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Machine whose agent is registered with Systems Manager: an instance, or one of elsewhere ({@code mi-…}).
 *
 * @param id the instance's own ARN, or that of the managed node
 * @param iamRole name of the role that a machine of elsewhere was registered with; empty for instances
 * @param activationId the registration that it came by
 * @param host the machine as its agent reports it
 */
public record SsmManagedInstance(
    Origin origin, Arn id, String pingStatus, String platform, String iamRole, String activationId, Host host, String displayName) implements Resource {

  /**
   * What the agent says of the machine that it runs on.
   *
   * @param address one of its private addresses, or empty
   * @param sourceType {@code Microsoft.Compute/virtualMachines} where a cloud connector found it, or another; empty where nothing is told
   * @param sourceId of that type, or empty
   */
  public record Host(String computerName, String address, String sourceType, String sourceId) {
    public boolean isAzure() {
      return sourceType.equalsIgnoreCase("Microsoft.Compute/virtualMachines");
    }
  }

  public boolean isOnline() {
    return pingStatus.equals("Online");
  }

  @Override
  public String name() {
    return displayName.isEmpty() ? id.name() : displayName;
  }
}
