package io.drawbridge.collect.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.Redaction;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.util.List;
import java.util.TreeMap;

/** Makes the document of one listing in one scope of all its pages: the same form and the same redaction as for files. */
public record ArmAnswers(Scope scope, SnapshotId snapshot, Redaction redaction) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Joins pages.
   *
   * @param type the ARM type, lower-cased
   * @throws JsonProcessingException when a body is no JSON
   */
  public Document document(String type, List<String> pages) throws JsonProcessingException {
    Operation operation = new Operation("arm", type);
    ObjectNode body = MAPPER.createObjectNode();
    ArrayNode items = body.putArray("value");
    for (String page : pages) {
      for (JsonNode item : MAPPER.readTree(page).path("value")) {
        items.add(item);
      }
    }
    return new Document(operation, scope, CoverageEntry.GLOBAL, "", new TreeMap<>(), redaction.redact(operation, body), snapshot, "live");
  }
}
