package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Blob container.
 *
 * @param publicAccess {@code None}, {@code Blob} or {@code Container}
 */
public record BlobContainer(Origin origin, ArmId id, String name, String publicAccess) implements Resource {

  /** The storage account that it lies in. */
  public ArmId account() {
    String text = id.text();
    int at = text.indexOf("/blobservices/");
    return new ArmId(at < 0 ? text : text.substring(0, at));
  }
}
