package io.drawbridge.policy.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;

/**
 * A role held by a principal at a scope.
 *
 * @param roleGuid the role definition's GUID in lower case
 * @param principalId object id in lower case
 * @param condition ABAC condition, or empty
 * @param conditionVersion {@code 2.0}, or empty
 */
public record RoleAssignment(
    DocumentRef document,
    ArmId id,
    String roleGuid,
    String principalId,
    String principalType,
    ArmId scope,
    String condition,
    String conditionVersion) {}
