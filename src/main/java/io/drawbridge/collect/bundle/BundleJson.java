package io.drawbridge.collect.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON of manifests and of documents' lines; fields in a fixed order, so that equal content has equal bytes. */
final class BundleJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A document and its place among all of the bundle. */
  record Line(int order, Document document) {}

  private BundleJson() {}

  static ObjectNode line(int order, Document document) {
    ObjectNode line = JSON.objectNode().put("order", order).put("cloud", document.scope().cloud().name()).put("scope", document.scope().id())
        .put("region", document.region()).put("subject", document.subject());
    ObjectNode parameters = line.putObject("parameters");
    document.parameters().forEach(parameters::put);
    line.put("snapshot", document.snapshot().value()).put("source", document.source()).set("body", document.body());
    return line;
  }

  static Line line(Operation operation, JsonNode line) {
    SortedMap<String, String> parameters = new TreeMap<>();
    line.path("parameters").properties().forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
    return new Line(line.required("order").asInt(), new Document(operation, scope(line), text(line, "region"), text(line, "subject"), parameters,
        line.required("body"), new SnapshotId(text(line, "snapshot")), text(line, "source")));
  }

  static ObjectNode manifest(Manifest manifest, String tool) {
    ObjectNode json = JSON.objectNode().put("format", Manifest.FORMAT).put("version", Manifest.VERSION).put("tool", tool)
        .put("import", manifest.importId());
    manifest.within().forEach(json.putArray("within")::add);
    ArrayNode scopes = json.putArray("scopes");
    manifest.scopes().forEach(scope -> scopes.addObject().put("cloud", scope.cloud().name()).put("scope", scope.id()));
    manifest.regions().forEach(json.putArray("regions")::add);
    json.put("firstRead", manifest.firstRead().toString()).put("lastRead", manifest.lastRead().toString());
    ArrayNode coverage = json.putArray("coverage");
    manifest.coverage().forEach(entry -> coverage.add(entry(entry)));
    ArrayNode gaps = json.putArray("gaps");
    manifest.gaps().forEach(gap -> gaps.add(gap(gap)));
    ArrayNode files = json.putArray("files");
    manifest.files().forEach(part -> files.addObject().put("path", part.path()).put("documents", part.documents()).put("sha256", part.sha256()));
    return json;
  }

  static Manifest manifest(JsonNode json) {
    List<String> within = new ArrayList<>();
    json.path("within").forEach(tenant -> within.add(tenant.asText()));
    List<CoverageEntry> coverage = new ArrayList<>();
    json.required("coverage").forEach(entry -> coverage.add(entry(entry)));
    List<CoverageGap> gaps = new ArrayList<>();
    json.path("gaps").forEach(gap -> gaps.add(gap(gap)));
    List<Manifest.Part> files = new ArrayList<>();
    json.required("files").forEach(part -> files.add(new Manifest.Part(text(part, "path"), part.required("documents").asInt(), text(part, "sha256"))));
    return new Manifest(text(json, "import"), within, coverage, gaps, files);
  }

  private static ObjectNode entry(CoverageEntry entry) {
    return JSON.objectNode().put("cloud", entry.scope().cloud().name()).put("scope", entry.scope().id()).put("region", entry.region())
        .put("operation", entry.operation().toString()).put("resource", entry.resource()).put("status", entry.status().name())
        .put("message", entry.message()).put("readAt", entry.readAt().toString());
  }

  private static CoverageEntry entry(JsonNode json) {
    return new CoverageEntry(scope(json), text(json, "region"), Operation.parse(text(json, "operation")), text(json, "resource"),
        CoverageStatus.valueOf(text(json, "status")), text(json, "message"), Instant.parse(text(json, "readAt")));
  }

  private static ObjectNode gap(CoverageGap gap) {
    return JSON.objectNode().put("cloud", gap.scope().cloud().name()).put("scope", gap.scope().id()).put("region", gap.region())
        .put("operation", gap.operation()).put("resource", gap.resource()).put("status", gap.status()).put("message", gap.message()).put("age", gap.age());
  }

  private static CoverageGap gap(JsonNode json) {
    return new CoverageGap(scope(json), text(json, "region"), text(json, "operation"), text(json, "resource"), text(json, "status"),
        text(json, "message"), text(json, "age"));
  }

  private static Scope scope(JsonNode json) {
    return new Scope(Cloud.valueOf(text(json, "cloud")), text(json, "scope"));
  }

  private static String text(JsonNode json, String field) {
    return json.required(field).asText();
  }
}
