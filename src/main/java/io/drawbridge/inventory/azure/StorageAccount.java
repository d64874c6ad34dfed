package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Storage account.
 *
 * @param sharedKeyAccess false when account keys open nothing
 * @param publicBlobs whether containers may be open to anyone
 * @param sftp whether users of its own sign in by SFTP
 */
public record StorageAccount(
    Origin origin, ArmId id, String name, String kind, boolean sharedKeyAccess, boolean publicBlobs, NetworkAccess network,
    boolean sftp)
    implements Resource {
}
