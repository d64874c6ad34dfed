package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Storage account.
 *
 * @param sharedKeyAccess false when account keys open nothing
 * @param publicBlobs whether containers may be open to anyone, as they may where an older account does not say
 * @param namespace how it keeps names; users of its own sign in by SFTP only to a hierarchy of them
 */
public record StorageAccount(
    Origin origin, ArmId id, String name, String kind, boolean sharedKeyAccess, boolean publicBlobs, NetworkAccess network,
    Namespace namespace)
    implements Resource {

  /** How blobs are named. */
  public enum Namespace {
    FLAT,
    HIERARCHICAL,
    HIERARCHICAL_WITH_SFTP
  }

  /** Whether users of its own sign in by SFTP. */
  public boolean sftp() {
    return namespace == Namespace.HIERARCHICAL_WITH_SFTP;
  }
}
