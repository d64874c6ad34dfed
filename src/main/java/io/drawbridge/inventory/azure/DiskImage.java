package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Managed disk, snapshot of one, or disk of a restore point.
 *
 * @param attached true while a running machine holds it
 * @param exportable false when nobody may export its content
 * @param network from where its content may be exported
 * @param encryptedInside true when the guest itself encrypts it, so that a copy is not enough
 * @param guarded true when an export also needs a role on data
 */
public record DiskImage(
    Origin origin, ArmId id, String name, boolean attached, boolean exportable, NetworkAccess network, boolean encryptedInside, boolean guarded)
    implements Resource {

  public boolean isDisk() {
    return id.text().contains("/disks/");
  }

  public boolean isRestorePoint() {
    return id.text().contains("/diskrestorepoints/");
  }

  public boolean isSnapshot() {
    return id.text().contains("/snapshots/");
  }
}
