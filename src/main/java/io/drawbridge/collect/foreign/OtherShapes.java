package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Kinds of files that are known and not read, so that a report can say what they are. */
final class OtherShapes {

  private OtherShapes() {}

  /** What the content is, and that nothing is made of it; empty when it is none of these. */
  static Optional<String> of(JsonNode body) {
    if (body.path("graph").path("nodes").isArray() || body.path("graph").path("edges").isArray()) {
      return Optional.of("a BloodHound OpenGraph of " + body.path("graph").path("nodes").size() + " nodes: no rule reads it yet");
    }
    JsonNode records = body.isArray() ? body : body.path("Records");
    JsonNode first = records.isArray() ? records.path(0) : body;
    if (isCloudTrail(first)) {
      return Optional.of("CloudTrail records: activity is not read yet, only configuration");
    }
    JsonNode row = body.path("tables").isArray() ? body.path("tables").path(0) : first;
    if (body.path("tables").isArray() && row.path("columns").isArray()) {
      return Optional.of("rows of Log Analytics: activity is not read yet, only configuration");
    }
    if (isLogRow(row)) {
      return Optional.of("rows of Log Analytics: activity is not read yet, only configuration");
    }
    String type = body.path("meta").path("type").asText("");
    if (body.path("data").isArray() && !type.isEmpty() && !type.equals(AzureHoundFiles.TYPE)) {
      return Optional.of("a BloodHound file of on-premises objects: no rule reads it");
    }
    return Optional.empty();
  }

  private static boolean isCloudTrail(JsonNode row) {
    return row.has("eventSource") && row.has("eventName") && row.has("eventTime");
  }

  private static boolean isLogRow(JsonNode row) {
    boolean stamped = row.has("TimeGenerated") || row.has("TimeGenerated [UTC]") || row.has("time");
    boolean known = row.has("OperationName") || row.has("operationName") || row.has("EventSource") || row.has("UserPrincipalName");
    return stamped && known;
  }
}
