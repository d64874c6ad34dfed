package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Optional;

/**
 * Workspace of Azure Machine Learning.
 *
 * @param storage the account that its data lie in
 * @param keys whether it reaches that account by the account's key
 */
public record MachineLearningWorkspace(Origin origin, ArmId id, String name, Optional<ArmId> storage, boolean keys) implements Resource {
}
