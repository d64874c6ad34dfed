package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.Optional;

/**
 * API of Amazon API Gateway, under the ARN that its policy speaks of: {@code arn:aws:execute-api:…:<id>}.
 *
 * @param open whether it has an address on the internet that is switched on
 * @param pointer to what says so
 * @param policy of a REST API, if it has one
 */
public record GatewayApi(Origin origin, Arn id, String name, boolean open, String pointer, Optional<NamedPolicy> policy) implements Resource {}
