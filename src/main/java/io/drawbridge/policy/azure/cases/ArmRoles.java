package io.drawbridge.policy.azure.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.policy.azure.DenyAssignment;
import io.drawbridge.policy.azure.RoleAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import io.drawbridge.policy.azure.RoleDefinition.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads role definitions, role assignments and deny assignments from the JSON of Azure Resource Manager; empty when an item is none.
 *
 * <p>Source: the REST reference of Microsoft.Authorization. Field names are read without letter case, since services differ.
 */
final class ArmRoles {

  private ArmRoles() {}

  static Optional<RoleDefinition> definition(JsonNode item) {
    JsonNode properties = Node.of(item).child("properties");
    String guid = Node.of(item).text("name").isEmpty() ? lastSegment(Node.of(item).text("id")) : Node.of(item).text("name");
    if (guid.isEmpty() || !Node.of(properties).child("permissions").isArray()) {
      return Optional.empty();
    }
    Node fields = Node.of(properties);
    boolean custom = fields.text("type").equalsIgnoreCase("CustomRole") || fields.text("roleType").equalsIgnoreCase("CustomRole");
    var document = document(Node.of(item).text("id").isEmpty() ? guid : Node.of(item).text("id"), "roledefinitions");
    return Optional.of(new RoleDefinition(
        document, ResourceId.lowerCase(guid), fields.text("roleName"), custom, permissions(fields.child("permissions"), "", "")));
  }

  static Optional<RoleAssignment> assignment(JsonNode item) {
    Node fields = Node.of(Node.of(item).child("properties"));
    String id = Node.of(item).text("id");
    String role = lastSegment(fields.text("roleDefinitionId"));
    Optional<ArmId> scope = scope(fields.text("scope"), id, "roleassignments");
    if (!id.startsWith("/") || role.isEmpty() || fields.text("principalId").isEmpty() || scope.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new RoleAssignment(
        document(id, "roleassignments"),
        new ArmId(id),
        ResourceId.lowerCase(role),
        ResourceId.lowerCase(fields.text("principalId")),
        fields.text("principalType"),
        scope.get(),
        fields.text("condition"),
        fields.text("conditionVersion")));
  }

  static Optional<List<DenyAssignment>> deny(JsonNode item) {
    Node fields = Node.of(Node.of(item).child("properties"));
    String id = Node.of(item).text("id");
    Optional<ArmId> scope = scope(fields.text("scope"), id, "denyassignments");
    if (!id.startsWith("/") || scope.isEmpty() || !fields.child("permissions").isArray()) {
      return Optional.empty();
    }
    List<Permission> blocks = permissions(fields.child("permissions"), fields.text("condition"), fields.text("conditionVersion"));
    return Optional.of(blocks.stream().map(block -> new DenyAssignment(
        document(id, "denyassignments"),
        new ArmId(id),
        fields.text("denyAssignmentName"),
        scope.get(),
        fields.child("doNotApplyToChildScopes").asBoolean(false),
        principals(fields.child("principals")),
        principals(fields.child("excludePrincipals")),
        block)).toList());
  }

  /**
   * @param condition of the whole assignment, which stands on every block beside the block's own
   */
  private static List<Permission> permissions(JsonNode blocks, String condition, String version) {
    List<Permission> permissions = new ArrayList<>();
    for (JsonNode block : blocks) {
      Node fields = Node.of(block);
      permissions.add(new Permission(fields.texts("actions"), fields.texts("notActions"), fields.texts("dataActions"), fields.texts("notDataActions"),
          fields.text("condition"), fields.text("conditionVersion")).under(condition, version));
    }
    return permissions;
  }

  private static Set<String> principals(JsonNode list) {
    Set<String> ids = new TreeSet<>();
    list.forEach(principal -> ids.add(ResourceId.lowerCase(Node.of(principal).text("id"))));
    return ids;
  }

  /** The scope as written, or what the assignment's own id lies under. */
  private static Optional<ArmId> scope(String written, String id, String type) {
    if (!written.isEmpty()) {
      return written.startsWith("/") ? Optional.of(new ArmId(written)) : Optional.empty();
    }
    int end = ResourceId.lowerCase(id).lastIndexOf("/providers/microsoft.authorization/" + type + "/");
    return end < 0 ? Optional.empty() : Optional.of(new ArmId(end == 0 ? "/" : id.substring(0, end)));
  }

  private static DocumentRef document(String id, String type) {
    return new DocumentRef(ResourceId.lowerCase(id), "arm:microsoft.authorization/" + type);
  }

  private static String lastSegment(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** Fields of an object by name, whatever the letter case. */
  private record Node(JsonNode json) {
    static Node of(JsonNode json) {
      return new Node(json);
    }

    JsonNode child(String name) {
      if (json.has(name)) {
        return json.get(name);
      }
      return json.properties().stream()
          .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
          .findFirst()
          .<JsonNode>map(java.util.Map.Entry::getValue)
          .orElseGet(() -> json.path(name));
    }

    String text(String name) {
      JsonNode value = child(name);
      return value.isTextual() ? value.asText() : "";
    }

    List<String> texts(String name) {
      List<String> texts = new ArrayList<>();
      child(name).forEach(value -> texts.add(value.asText()));
      return texts;
    }
  }
}
