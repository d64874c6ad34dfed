package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Certificate of a key vault, whose private key the vault keeps under the same name.
 *
 * @param vault that keeps it
 * @param thumbprint SHA-1, in lower-case hexadecimal
 */
public record VaultCertificate(Origin origin, ArmId id, String name, ArmId vault, String thumbprint, boolean enabled) implements Resource {

  /** Where its key is asked for. */
  public ArmId key() {
    return new ArmId(vault.text() + "/keys/" + name);
  }
}
