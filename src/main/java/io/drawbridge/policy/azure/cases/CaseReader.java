package io.drawbridge.policy.azure.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.policy.azure.AttributeContext;
import io.drawbridge.policy.azure.AzureRequest;
import io.drawbridge.policy.azure.AzureRoles;
import io.drawbridge.policy.azure.DenyAssignment;
import io.drawbridge.policy.azure.RoleDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the input of one case; what has not the shape of an ARM resource refuses the case. */
final class CaseReader {

  private final JsonNode input;
  private final JsonNode request;
  private final List<String> problems = new ArrayList<>();

  CaseReader(JsonNode input) {
    this.input = input;
    this.request = input.path("request");
  }

  /** A case, or why it is none. */
  sealed interface Case {
    record Valid(AzureRequest request, AzureRoles roles) implements Case {}

    record Refused(String code, String message) implements Case {}
  }

  Case read() {
    if (text("principalId").isEmpty() || text("action").isEmpty() || !text("scope").startsWith("/")) {
      return new Case.Refused("INVALID_REQUEST", "the request needs a principalId, an action and a scope: see FORMATS §3");
    }
    if (!List.of("Strict", "Discovery").contains(input.path("mode").asText("Strict"))) {
      return new Case.Refused("INVALID_REQUEST", "the mode is Strict or Discovery");
    }
    Map<String, RoleDefinition> definitions = new LinkedHashMap<>();
    items("roleDefinitions", ArmRoles::definition).forEach(role -> definitions.put(role.guid(), role));
    List<DenyAssignment> denies = items("denyAssignments", ArmRoles::deny).stream().flatMap(List::stream).toList();
    var roles = new AzureRoles(definitions, items("roleAssignments", ArmRoles::assignment), denies);
    List<ArmId> ancestors = ancestors();
    if (!problems.isEmpty()) {
      return new Case.Refused("INVALID_ROLE", problems.getFirst());
    }
    String principal = ResourceId.lowerCase(text("principalId"));
    var asked = new AzureRequest(
        principals(principal), text("action"), request.path("dataAction").asBoolean(false), new ArmId(text("scope")), ancestors, attributes());
    return new Case.Valid(asked, roles);
  }

  private <T> List<T> items(String field, Function<JsonNode, Optional<T>> reader) {
    List<T> items = new ArrayList<>();
    JsonNode list = input.path(field);
    for (int i = 0; i < list.size(); i++) {
      Optional<T> item = reader.apply(list.get(i));
      if (item.isEmpty()) {
        problems.add("/" + field + "/" + i + " has not the shape that Azure Resource Manager gives it");
      }
      item.ifPresent(items::add);
    }
    return items;
  }

  private List<ArmId> ancestors() {
    List<ArmId> ancestors = new ArrayList<>();
    for (JsonNode ancestor : input.path("scopeAncestors")) {
      if (ancestor.asText().startsWith("/")) {
        ancestors.add(new ArmId(ancestor.asText()));
      } else {
        problems.add("an entry of `scopeAncestors` is no ARM id");
      }
    }
    return ancestors;
  }

  private Set<String> principals(String principal) {
    Set<String> ids = new HashSet<>(Set.of(principal));
    input.path("groupIds").forEach(group -> ids.add(ResourceId.lowerCase(group.asText())));
    return ids;
  }

  private AttributeContext attributes() {
    SortedMap<String, List<String>> known = new TreeMap<>();
    put(known, "Request", "requestAttributes");
    put(known, "Resource", "resourceAttributes");
    put(known, "Principal", "principalAttributes");
    put(known, "Environment", "environment");
    return new AttributeContext(text("subOperation"), known, input.path("mode").asText("").equals("Discovery"));
  }

  private void put(SortedMap<String, List<String>> known, String source, String field) {
    request.path(field).properties().forEach(entry -> known.put(source + "[" + entry.getKey() + "]", texts(entry.getValue())));
  }

  private static List<String> texts(JsonNode node) {
    if (node.isArray()) {
      List<String> values = new ArrayList<>();
      node.forEach(value -> values.add(value.asText()));
      return values;
    }
    return node.isNull() ? List.of() : List.of(node.asText());
  }

  private String text(String field) {
    return request.path(field).isTextual() ? request.path(field).asText() : "";
  }
}
