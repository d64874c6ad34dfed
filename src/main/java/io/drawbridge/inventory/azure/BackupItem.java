package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * What a vault of Azure Backup keeps copies of.
 *
 * @param workload {@code VM}, {@code AzureFileShare}, {@code SQLDataBase} …
 * @param deleted true while it only waits for its end, and is restored from by nobody
 */
public record BackupItem(Origin origin, ArmId id, String name, String workload, boolean deleted) implements Resource {
}
