package io.drawbridge.policy.azure;

import io.drawbridge.cloud.DocumentRef;
import java.util.List;

/**
 * A built-in or custom Azure role.
 *
 * @param guid the definition's name: the GUID in lower case, by which assignments are joined
 */
public record RoleDefinition(DocumentRef document, String guid, String roleName, boolean custom, List<Permission> permissions) {

  public RoleDefinition {
    permissions = List.copyOf(permissions);
  }

  /**
   * One block of permissions; patterns with {@code *}, compared without letter case.
   *
   * @param condition an ABAC condition on the block, or empty
   */
  public record Permission(
      List<String> actions,
      List<String> notActions,
      List<String> dataActions,
      List<String> notDataActions,
      String condition,
      String conditionVersion) {
    public Permission {
      actions = List.copyOf(actions);
      notActions = List.copyOf(notActions);
      dataActions = List.copyOf(dataActions);
      notDataActions = List.copyOf(notDataActions);
    }

    /** The block with a condition that stands beside its own; two of different versions have none in common, and are not understood. */
    public Permission under(String outer, String outerVersion) {
      if (outer.isBlank()) {
        return this;
      }
      boolean alone = condition.isBlank();
      String version = alone || conditionVersion.equals(outerVersion) ? outerVersion : "";
      return new Permission(actions, notActions, dataActions, notDataActions, alone ? outer : "(" + outer + ") AND (" + condition + ")", version);
    }

    /** True when the block takes the action in and does not leave it out; its condition apart. */
    public boolean covers(String action, boolean dataAction) {
      return dataAction
          ? ActionPattern.any(dataActions, action) && !ActionPattern.any(notDataActions, action)
          : ActionPattern.any(actions, action) && !ActionPattern.any(notActions, action);
    }
  }
}
