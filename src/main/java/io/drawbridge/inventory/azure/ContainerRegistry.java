package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Container registry.
 *
 * @param loginServer host name that images begin with
 * @param adminUser whether one password opens all of it
 * @param perRepository true when roles are asked for each repository, and those on the whole registry open no image
 */
public record ContainerRegistry(
    Origin origin, ArmId id, String name, String loginServer, boolean adminUser, boolean perRepository, NetworkAccess network)
    implements Resource {
}
