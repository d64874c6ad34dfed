package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * What a managing tenant offers to do: roles for principals of its own.
 *
 * @param tenantId of the managing tenant, in lower case
 */
public record LighthouseDefinition(Origin origin, ArmId id, String name, String tenantId, List<Authorization> authorizations) implements Resource {

  public LighthouseDefinition {
    authorizations = List.copyOf(authorizations);
  }

  /**
   * One role of one principal of the managing tenant.
   *
   * @param principalId in lower case
   * @param role the role definition's GUID, in lower case
   * @param activation what must be done first; empty for a role that is held always
   * @param givenOn GUIDs of the roles that a User Access Administrator may assign to managed identities
   */
  public record Authorization(String principalId, String role, Optional<ActivationPolicy.Rules> activation, List<String> givenOn) {
    public Authorization {
      givenOn = List.copyOf(givenOn);
    }

    public boolean eligible() {
      return activation.isPresent();
    }
  }
}
