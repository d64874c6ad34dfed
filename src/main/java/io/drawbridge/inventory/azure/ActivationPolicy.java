package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * What Privileged Identity Management asks of who activates a role, or a membership of a group.
 *
 * @param scopeId {@code /} for directory roles, otherwise the group's id, in lower case
 * @param roleDefinitionId the role's template, or {@code member} or {@code owner} of a group
 */
public record ActivationPolicy(Origin origin, EntraId id, String scopeId, String roleDefinitionId, Rules rules) implements Resource {

  /**
   * What is asked at activation.
   *
   * @param authenticationContext the one that Conditional Access must grant; empty when none
   * @param approvers ids of users and groups; empty also when approval is asked for and nobody is named, which leaves it to administrators of roles
   */
  public record Rules(boolean mfa, String authenticationContext, boolean approval, List<String> approvers) {
    public Rules {
      approvers = List.copyOf(approvers);
    }
  }

  @Override
  public String name() {
    return id.objectId();
  }
}
