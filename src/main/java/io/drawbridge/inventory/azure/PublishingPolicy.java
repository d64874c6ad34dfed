package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Whether a web app takes its publishing password.
 *
 * @param site the app or slot
 * @param allowed for this way of publishing, {@code scm} or {@code ftp} by its name
 */
public record PublishingPolicy(Origin origin, ArmId id, String name, ArmId site, boolean allowed) implements Resource {
}
