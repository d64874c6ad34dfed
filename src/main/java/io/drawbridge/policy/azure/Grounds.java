package io.drawbridge.policy.azure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.StatementRef;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import io.drawbridge.policy.azure.AzureRoles.Block;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.List;

/** Says which assignment and which block of which role decided, with as much of them as explains it. */
final class Grounds {

  private Grounds() {}

  /** The assignment, and the block of the role that it assigns. */
  static List<Ground> of(RoleAssignment assignment, Block block, AzureRequest request) {
    var excerpt = object();
    excerpt.put("roleDefinitionId", assignment.roleGuid()).put("principalId", assignment.principalId()).put("scope", assignment.scope().text());
    putCondition(excerpt, assignment.condition());
    var held = new StatementRef(assignment.document(), "/properties", assignment.id().text(), excerpt.toString());
    RoleDefinition role = block.role();
    var allows = new StatementRef(
        role.document(), "/properties/permissions/" + block.index(), role.roleName(), excerpt(role.roleName(), block.permission(), request));
    return List.of(
        new Ground(PolicyLayer.ROLE_ASSIGNMENT, assignment.id().text(), held),
        new Ground(PolicyLayer.ROLE_ASSIGNMENT, role.document().id(), allows));
  }

  static Ground of(DenyAssignment deny) {
    var excerpt = object();
    Permission block = deny.permissions();
    excerpt.put("denyAssignmentName", deny.name()).put("scope", deny.scope().text());
    putPatterns(excerpt, "actions", block.actions());
    putPatterns(excerpt, "notActions", block.notActions());
    putPatterns(excerpt, "dataActions", block.dataActions());
    putPatterns(excerpt, "notDataActions", block.notDataActions());
    putCondition(excerpt, block.condition());
    var ref = new StatementRef(deny.document(), "/properties/permissions", deny.name(), excerpt.toString());
    return new Ground(PolicyLayer.DENY_ASSIGNMENT, deny.id().text(), ref);
  }

  /** The pattern that took the action in, and all that the block leaves out. */
  private static String excerpt(String roleName, Permission block, AzureRequest request) {
    var excerpt = object().put("roleName", roleName);
    List<String> patterns = request.dataAction() ? block.dataActions() : block.actions();
    putPatterns(excerpt, request.dataAction() ? "dataActions" : "actions", ActionPattern.find(patterns, request.action()).stream().toList());
    if (request.dataAction()) {
      putPatterns(excerpt, "notDataActions", block.notDataActions());
    } else {
      putPatterns(excerpt, "notActions", block.notActions());
    }
    putCondition(excerpt, block.condition());
    return excerpt.toString();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void putPatterns(ObjectNode excerpt, String name, List<String> patterns) {
    if (!patterns.isEmpty()) {
      patterns.forEach(excerpt.putArray(name)::add);
    }
  }

  private static void putCondition(ObjectNode excerpt, String condition) {
    if (!condition.isBlank()) {
      excerpt.put("condition", condition);
    }
  }
}
