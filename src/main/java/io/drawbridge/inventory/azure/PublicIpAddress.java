package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Optional;

/**
 * Public IP address.
 *
 * @param address empty while none is allocated
 * @param ipConfiguration what it is attached to
 * @param sku a {@code Standard} address is closed unless a network security group opens it; a {@code Basic} one is open without one
 */
public record PublicIpAddress(
    Origin origin, ArmId id, String name, String address, String version, Optional<ArmId> ipConfiguration, String sku)
    implements Resource {
}
