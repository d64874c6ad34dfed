package io.drawbridge.policy.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.policy.Requirement;
import java.util.List;

/**
 * A role held by a principal at a scope.
 *
 * @param roleGuid the role definition's GUID in lower case
 * @param principalId object id in lower case
 * @param condition ABAC condition, or empty
 * @param conditionVersion {@code 2.0}, or empty
 * @param activation what its holder must do before it counts; empty for a role that is held now
 */
public record RoleAssignment(
    DocumentRef document,
    ArmId id,
    String roleGuid,
    String principalId,
    String principalType,
    ArmId scope,
    String condition,
    String conditionVersion,
    List<Requirement> activation) {

  public RoleAssignment {
    activation = List.copyOf(activation);
  }

  /** Held now. */
  public RoleAssignment(
      DocumentRef document, ArmId id, String roleGuid, String principalId, String principalType, ArmId scope, String condition, String conditionVersion) {
    this(document, id, roleGuid, principalId, principalType, scope, condition, conditionVersion, List.of());
  }

  /** The same, which counts only after this. */
  public RoleAssignment after(List<Requirement> asked) {
    return new RoleAssignment(document, id, roleGuid, principalId, principalType, scope, condition, conditionVersion, asked);
  }
}
