package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One item of a list of ARM or Microsoft Graph, and where it stands.
 *
 * <p>Field names are compared without letter case: ARM, its older interfaces and Resource Graph differ in it.
 */
record Item(JsonNode json, Document document) {

  /** What stands at a path of fields. */
  JsonNode at(String... path) {
    return at(json, path);
  }

  static JsonNode at(JsonNode node, String... path) {
    JsonNode found = node;
    for (String field : path) {
      found = Fields.anyCase(found, field);
    }
    return found;
  }

  String text(String... path) {
    return text(at(path));
  }

  static String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  /** An identifier, for comparison. */
  String lower(String... path) {
    return ResourceId.lowerCase(text(path));
  }

  boolean is(String... path) {
    return at(path).asBoolean(false);
  }

  /** True as well where the field is not there. */
  boolean isUnlessSaid(String... path) {
    return at(path).asBoolean(true);
  }

  List<String> texts(String... path) {
    return Fields.texts(at(path));
  }

  List<String> lowerTexts(String... path) {
    return texts(path).stream().map(ResourceId::lowerCase).toList();
  }

  /** The item's own ARM id. */
  Optional<ArmId> arm() {
    return arm(at("id"));
  }

  static Optional<ArmId> arm(JsonNode value) {
    return arm(text(value));
  }

  static Optional<ArmId> arm(String text) {
    return text.startsWith("/") ? Optional.of(new ArmId(text)) : Optional.empty();
  }

  /** The id below {@code id} of what a field refers to. */
  Optional<ArmId> reference(String... path) {
    return arm(at(at(path), "id"));
  }

  /** The ids of a list of references. */
  static List<ArmId> references(JsonNode list) {
    List<ArmId> ids = new ArrayList<>();
    list.forEach(each -> arm(at(each, "id")).ifPresent(ids::add));
    return List.copyOf(ids);
  }

  String nameOr(ArmId id) {
    return text("name").isEmpty() ? id.name() : text("name");
  }

  /** The item's own object id in the tenant that was read. */
  Optional<EntraId> entra() {
    return text("id").isEmpty() ? Optional.empty() : Optional.of(entra(text("id")));
  }

  EntraId entra(String objectId) {
    return new EntraId(document.scope().id(), objectId);
  }

  Origin origin(ResourceId id) {
    return new Origin(new DocumentRef(id.text(), document.operation().toString()), document.scope(), document.snapshot());
  }
}
