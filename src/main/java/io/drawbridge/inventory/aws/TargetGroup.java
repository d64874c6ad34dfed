package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Target group of load balancers.
 *
 * @param targetType {@code instance}, {@code ip}, {@code lambda} or {@code alb}
 * @param port that its targets are asked at unless they say another
 * @param protocol {@code HTTP}, {@code TCP}, {@code GENEVE} …; empty for functions
 */
public record TargetGroup(Origin origin, Arn id, String name, String targetType, int port, String protocol) implements Resource {}
