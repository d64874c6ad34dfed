package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.azure.AzureParsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Turns bodies of ARM and Microsoft Graph, whatever their wrapper, into documents that parsers read. */
final class ArmDocuments {

  static final ParserRegistry PARSERS = new ParserRegistry(AzureParsers.ALL, AzureParsers.FALLBACKS);
  static final Scope TENANT = Scope.tenant("0a0a0a0a-0000-4000-8000-000000000001");

  private ArmDocuments() {}

  /** A resource by its own type; nothing for what has no id. */
  static Optional<Document> of(JsonNode item) {
    String type = ResourceId.lowerCase(item.path("type").asText(""));
    String id = ResourceId.lowerCase(item.path("id").asText(""));
    if (!id.startsWith("/")) {
      return Optional.empty();
    }
    String guessed = id.matches("/subscriptions/[^/]+") ? "microsoft.resources/subscriptions" : "microsoft.resources/resourcegroups";
    return Optional.of(of(new Operation("arm", type.contains("/") ? type : guessed), "", List.of(item)));
  }

  static Document of(Operation operation, String subject, List<JsonNode> items) {
    ObjectNode body = Conformance.JSON.createObjectNode();
    ArrayNode value = body.putArray("value");
    items.forEach(value::add);
    return new Document(operation, TENANT, "global", subject, new TreeMap<>(), body, SnapshotId.IN_MEMORY, "conformance");
  }

  static List<JsonNode> items(JsonNode body) {
    JsonNode list = body.isArray() ? body : body.path(body.has("data") ? "data" : "value");
    List<JsonNode> items = new ArrayList<>();
    if (list.has("rows")) {
      list.path("rows").forEach(row -> items.add(row(list.path("columns"), row)));
    } else if (list.isArray()) {
      list.forEach(items::add);
    } else {
      items.add(list.isObject() ? list : body);
    }
    return items;
  }

  /** Resource Graph may answer with a table. */
  private static ObjectNode row(JsonNode columns, JsonNode row) {
    ObjectNode item = Conformance.JSON.createObjectNode();
    for (int i = 0; i < row.size(); i++) {
      item.set(columns.path(i).path("name").asText(), row.get(i));
    }
    return item;
  }
}
