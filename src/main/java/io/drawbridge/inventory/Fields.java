package io.drawbridge.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads fields of a provider's JSON; what is not there or of another type reads as empty. */
public final class Fields {

  private Fields() {}

  /** A text, a number or a Boolean as text; empty when it is none. */
  public static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  /** A field whose name may differ in letter case, as Azure Resource Graph's do. */
  public static JsonNode anyCase(JsonNode node, String field) {
    JsonNode exact = node.path(field);
    if (!exact.isMissingNode() || !node.isObject()) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().equalsIgnoreCase(field)) {
        return entry.getValue();
      }
    }
    return exact;
  }

  /** The texts of a list. */
  public static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(value -> {
      if (value.isValueNode() && !value.isNull()) {
        texts.add(value.asText());
      }
    });
    return List.copyOf(texts);
  }

  /** One text field of every object of a list. */
  public static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> {
      if (!text(item, field).isEmpty()) {
        texts.add(text(item, field));
      }
    });
    return List.copyOf(texts);
  }

  /** AWS tags, a list of Key and Value, or of key and value, or an object. */
  public static SortedMap<String, String> tags(JsonNode tags) {
    SortedMap<String, String> read = new TreeMap<>();
    if (tags.isObject()) {
      tags.properties().forEach(entry -> read.put(entry.getKey(), entry.getValue().asText("")));
    }
    tags.forEach(tag -> {
      String key = text(tag, tag.has("Key") ? "Key" : "key");
      if (tag.isObject() && !key.isEmpty()) {
        read.put(key, text(tag, tag.has("Value") ? "Value" : "value"));
      }
    });
    return Collections.unmodifiableSortedMap(read);
  }

  /** The items of a list with their index, for pointers; nothing when it is no list. */
  public static Iterable<Map.Entry<Integer, JsonNode>> indexed(JsonNode list) {
    List<Map.Entry<Integer, JsonNode>> items = new ArrayList<>();
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      items.add(Map.entry(i, list.get(i)));
    }
    return items;
  }
}
