package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Inventory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns what SDKs for Python give into what ARM answers: names without underscores, and what is not said of every resource below {@code properties}.
 *
 * <p>Letter case is left: our parsers read names without it.
 */
final class CartographyDocuments {

  private static final Set<String> OF_EVERY_RESOURCE = Set.of("id", "name", "type", "location", "tags", "sku", "kind", "identity", "zones", "managedby", "properties");

  /** Its items are named and are no resources. */
  private static final String DATA_DISKS = "datadisks";

  private CartographyDocuments() {}

  /** Every resource of a file; none of no file. */
  static Inventory inventory(String file) throws IOException {
    List<Document> documents = new ArrayList<>();
    for (JsonNode list : file.isEmpty() ? Conformance.JSON.createObjectNode() : Conformance.json("azure/cartography/data/" + file + ".json")) {
      for (JsonNode item : list.isArray() ? list : Conformance.JSON.createArrayNode().add(list)) {
        if (item.path("id").asText().startsWith("/")) {
          ArmDocuments.of(typed(resource(item))).ifPresent(documents::add);
        }
      }
    }
    return ArmDocuments.PARSERS.parse(documents).build();
  }

  private static ObjectNode typed(ObjectNode item) {
    if (!item.path("type").asText().contains("/")) {
      item.put("type", CustodianPolicy.typeOf(new ArmId(item.path("id").asText())));
    }
    return item;
  }

  private static ObjectNode resource(JsonNode item) {
    ObjectNode arm = Conformance.JSON.createObjectNode();
    ObjectNode properties = Conformance.JSON.createObjectNode();
    item.properties().forEach(field -> {
      String name = name(field.getKey());
      if (name.equals("properties")) {
        field.getValue().properties().forEach(inner -> properties.set(name(inner.getKey()), value(name(inner.getKey()), inner.getValue())));
      } else {
        (OF_EVERY_RESOURCE.contains(name) ? arm : properties).set(name, value(name, field.getValue()));
      }
    });
    return arm.set("properties", properties);
  }

  private static JsonNode value(String name, JsonNode value) {
    if (value.isArray()) {
      ArrayNode list = Conformance.JSON.createArrayNode();
      value.forEach(one -> list.add(one.has("name") && !name.equals(DATA_DISKS) ? resource(one) : value("", one)));
      return list;
    }
    if (!value.isObject() || name.equals("tags")) {
      return value;
    }
    ObjectNode object = Conformance.JSON.createObjectNode();
    value.properties().forEach(field -> object.set(name(field.getKey()), value(name(field.getKey()), field.getValue())));
    return object;
  }

  private static String name(String snake) {
    return ResourceId.lowerCase(snake.replace("_", ""));
  }
}
