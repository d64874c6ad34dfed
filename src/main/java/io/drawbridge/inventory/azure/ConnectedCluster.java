package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Kubernetes cluster of elsewhere that Azure Arc manages.
 *
 * @param azureRoles whether Azure roles on data decide what an Entra account may do in it
 */
public record ConnectedCluster(Origin origin, ArmId id, String name, boolean azureRoles) implements Resource {
}
