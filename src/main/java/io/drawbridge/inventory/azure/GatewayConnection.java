package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Optional;

/**
 * Connection of a virtual network gateway.
 *
 * @param type {@code IPsec}, {@code Vnet2Vnet}, {@code ExpressRoute} or {@code VPNClient}
 * @param status {@code Connected}, {@code Connecting}, {@code NotConnected}, {@code Unknown}; listings may leave it out
 * @param farGateway the other gateway of a connection between two networks
 */
public record GatewayConnection(
    Origin origin, ArmId id, String name, String type, String status, Optional<ArmId> gateway, Optional<ArmId> localGateway, Optional<ArmId> farGateway)
    implements Resource {
}
