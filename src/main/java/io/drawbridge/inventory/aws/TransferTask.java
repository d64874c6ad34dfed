package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Task of DataSync, which copies from one location to another.
 *
 * @param runs true when it ran, or runs by a schedule
 */
public record TransferTask(Origin origin, Arn id, String name, String sourceArn, String destinationArn, boolean runs) implements Resource {}
