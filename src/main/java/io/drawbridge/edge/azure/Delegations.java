package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.LighthouseAssignment;
import io.drawbridge.inventory.azure.LighthouseDefinition;
import io.drawbridge.inventory.azure.LighthouseDefinition.Authorization;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Roles that Azure Lighthouse gives to principals of a managing tenant, as if they were assigned here.
 *
 * <p>Source: Azure Lighthouse, "Tenants, users, and roles in Azure Lighthouse scenarios": the roles of owner and those with actions on data
 * cannot be given; a User Access Administrator there assigns named roles to managed identities only. <b>Not modelled:</b> that last one, who is left
 * out.
 */
final class Delegations {

  static final Operation ASSIGNMENTS = new Operation("arm", "microsoft.managedservices/registrationassignments");

  private static final String USER_ACCESS_ADMINISTRATOR = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

  private final List<Delegated> all = new ArrayList<>();
  private final Map<String, EntraId> principals = new HashMap<>();

  /** One role that a delegation gives. */
  record Delegated(LighthouseAssignment read, RoleAssignment assignment, boolean eligible) {}

  Delegations(Estate estate) {
    Map<ArmId, LighthouseDefinition> definitions = new HashMap<>();
    estate.inventory().all(LighthouseDefinition.class).forEach(definition -> definitions.put(definition.id(), definition));
    for (LighthouseAssignment read : estate.inventory().all(LighthouseAssignment.class)) {
      LighthouseDefinition definition = definitions.get(read.definition());
      if (definition != null && !definition.tenantId().isEmpty()) {
        definition.authorizations().stream().filter(each -> !each.role().equals(USER_ACCESS_ADMINISTRATOR)).forEach(each -> add(read, definition, each));
      }
    }
  }

  private void add(LighthouseAssignment read, LighthouseDefinition definition, Authorization given) {
    principals.put(given.principalId(), new EntraId(definition.tenantId(), given.principalId()));
    all.add(new Delegated(read, new RoleAssignment(read.origin().document(), read.id(), given.role(), given.principalId(), "", read.place(), "", ""),
        given.eligible()));
  }

  List<Delegated> all() {
    return all;
  }

  /** The principal of a managing tenant with an object id. */
  Optional<EntraId> principal(String objectId) {
    return Optional.ofNullable(principals.get(objectId));
  }
}
