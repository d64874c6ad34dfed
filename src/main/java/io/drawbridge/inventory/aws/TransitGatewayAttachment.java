package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * What a transit gateway is attached to.
 *
 * @param resourceType {@code vpc}, {@code vpn}, {@code direct-connect-gateway}, {@code peering} …
 * @param resourceId of a VPC or another thing
 * @param routeTableId the table of the gateway that decides where packets from here go; empty when none does
 */
public record TransitGatewayAttachment(Origin origin, Arn id, String gatewayId, String resourceType, String resourceId, String state, String routeTableId) implements Resource {

  public boolean isAvailable() {
    return state.equals("available");
  }

  @Override
  public String name() {
    return id.name();
  }
}
