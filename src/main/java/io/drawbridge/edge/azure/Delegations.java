package io.drawbridge.edge.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.LighthouseAssignment;
import io.drawbridge.inventory.azure.LighthouseDefinition.Authorization;
import io.drawbridge.inventory.azure.LighthouseDefinition;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import io.drawbridge.policy.azure.RoleDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Roles that Azure Lighthouse gives to principals of a managing tenant, as if they were assigned here.
 *
 * <p>A User Access Administrator there writes role assignments and nothing else, and those only of the roles that are named, to managed identities of
 * the customer: so it holds a role of that much here, under a condition. It cannot be eligible. Source: Azure Lighthouse, "Tenants, users, and roles
 * in Azure Lighthouse scenarios", "Deploy a policy that can be remediated within a delegated subscription". Owner, Role Based Access Control
 * Administrator and roles with actions on data cannot be offered: an offer that names one was refused.
 */
final class Delegations {

  static final Operation ASSIGNMENTS = new Operation("arm", "microsoft.managedservices/registrationassignments");

  private static final String USER_ACCESS_ADMINISTRATOR = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";

  /** Assigns roles to managed identities, in the place of User Access Administrator. */
  static final String ASSIGNER = "lighthouse-user-access-administrator";

  private static final String WRITE = RoleAssignmentWriting.ACTION;
  private static final String REQUEST = "@Request[Microsoft.Authorization/roleAssignments:";

  static final RoleDefinition ASSIGNER_ROLE = new RoleDefinition(new DocumentRef(ASSIGNER, "azure:roleDefinition"), ASSIGNER, "assigns roles to managed identities",
      true, List.of(new Permission(List.of(WRITE), List.of(), List.of(), List.of(), "", "")));

  private final List<Delegated> all = new ArrayList<>();
  private final Map<String, EntraId> principals = new HashMap<>();

  /** One role that a delegation gives. */
  record Delegated(LighthouseAssignment read, RoleAssignment assignment) {}

  Delegations(Estate estate) {
    Map<ArmId, LighthouseDefinition> definitions = new HashMap<>();
    estate.inventory().all(LighthouseDefinition.class).forEach(definition -> definitions.put(definition.id(), definition));
    for (LighthouseAssignment read : estate.inventory().all(LighthouseAssignment.class)) {
      LighthouseDefinition definition = definitions.get(read.definition());
      if (definition != null && !definition.tenantId().isEmpty()) {
        definition.authorizations().stream().filter(Delegations::counts).forEach(each -> add(read, definition, each));
      }
    }
  }

  private static boolean counts(Authorization given) {
    return !given.role().equals(USER_ACCESS_ADMINISTRATOR) || (!given.eligible() && !givable(given).isEmpty());
  }

  private static List<String> givable(Authorization given) {
    return given.givenOn().stream().filter(role -> !RoleAssignmentWriting.ALL_POWERFUL.contains(role)).toList();
  }

  private void add(LighthouseAssignment read, LighthouseDefinition definition, Authorization given) {
    principals.put(given.principalId(), new EntraId(definition.tenantId(), given.principalId()));
    boolean assigner = given.role().equals(USER_ACCESS_ADMINISTRATOR);
    var assignment = new RoleAssignment(read.origin().document(), read.id(), assigner ? ASSIGNER : given.role(), given.principalId(), "", read.place(),
        assigner ? condition(givable(given)) : "", assigner ? "2.0" : "");
    all.add(new Delegated(read, assignment.after(given.activation().map(ActivationDemands::of).orElse(List.of()))));
  }

  private static String condition(List<String> roles) {
    return "((!(ActionMatches{'" + WRITE + "'})) OR (" + REQUEST + "RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{" + String.join(", ", roles) + "} AND "
        + REQUEST + "PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase{'ServicePrincipal'}))";
  }

  List<Delegated> all() {
    return all;
  }

  /** The principal of a managing tenant with an object id. */
  Optional<EntraId> principal(String objectId) {
    return Optional.ofNullable(principals.get(objectId));
  }
}
