package io.drawbridge.policy;

import io.drawbridge.cloud.StatementRef;

/**
 * A statement that decided, and in which layer.
 *
 * @param policy the policy's name, or the id of the assignment
 */
public record Ground(PolicyLayer layer, String policy, StatementRef statement) {}
