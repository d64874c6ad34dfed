package io.drawbridge.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Takes secret material out of a document before anything else sees it: the fields of {@link SecretFields}, and any text that {@link
 * SecretShapes} knows.
 *
 * <p>A hidden value becomes {@code {"$redacted":true,"names":[…],"join":HMAC}}. For an object, {@code names} are its keys, sorted, and
 * {@code joins} has the join of each value under its name, so that one password in two functions is seen to be one; for a text both
 * are empty. {@code join} is of the value as a whole. {@code ids} lists what is public by nature in it: access key ids, client ids, places of
 * programs. A list of names and values keeps its form, with each value hidden.
 */
public final class Redaction {

  public static final String MARK = "$redacted";

  private static final Set<String> MARK_FIELDS = Set.of(MARK, "names", "join", "joins", "ids");
  private static final Pattern JOIN = Pattern.compile("[0-9a-f]{64}");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JoinKey key;
  private final Map<Operation, Map<String, List<SecretField>>> rows = new HashMap<>();

  public Redaction(JoinKey key) {
    this.key = key;
  }

  /** The document without its secrets; the given one is changed. */
  public JsonNode redact(Operation operation, JsonNode body) {
    return clean(rows.computeIfAbsent(operation, Redaction::byField), new ArrayList<>(), body);
  }

  private static Map<String, List<SecretField>> byField(Operation operation) {
    Map<String, List<SecretField>> byField = new HashMap<>();
    SecretFields.of(operation).forEach(row -> byField.computeIfAbsent(row.field(), none -> new ArrayList<>()).add(row));
    return byField;
  }

  private JsonNode clean(Map<String, List<SecretField>> table, List<String> fields, JsonNode node) {
    return switch (node) {
      case ObjectNode object when isMark(object) -> object;
      case ObjectNode object -> cleanObject(table, fields, object);
      case ArrayNode list -> {
        for (int i = 0; i < list.size(); i++) {
          list.set(i, clean(table, fields, list.get(i)));
        }
        yield list;
      }
      case TextNode text when SecretShapes.isSecret(text.asText()) -> hidden("", text);
      default -> node;
    };
  }

  private ObjectNode cleanObject(Map<String, List<SecretField>> table, List<String> fields, ObjectNode object) {
    for (String name : names(object)) {
      String field = ResourceId.lowerCase(name);
      fields.addLast(field);
      JsonNode value = object.get(name);
      boolean secret = !SecretField.isEmpty(value) && table.getOrDefault(field, List.of()).stream().anyMatch(row -> row.matches(fields, object));
      JsonNode cleaned = secret && !isMark(value) ? hidden(labelOf(name, object), value) : clean(table, fields, value);
      fields.removeLast();
      if (SecretShapes.isSecret(name)) {
        object.remove(name);
        object.set(MARK + ":" + key.join(name), cleaned);
      } else {
        object.set(name, cleaned);
      }
    }
    return object;
  }

  /** In a list of names and values, a value is what its name says. */
  private static String labelOf(String field, ObjectNode around) {
    String name = around.path("name").asText("");
    return field.equalsIgnoreCase("value") && !name.isEmpty() ? name : field;
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Already hidden, by us: so that a bundle can be read again. */
  private static boolean isMark(JsonNode node) {
    return node.path(MARK).asBoolean(false)
        && node instanceof ObjectNode object
        && MARK_FIELDS.containsAll(names(object))
        && JOIN.matcher(object.path("join").asText("")).matches()
        && object.path("joins").properties().stream().allMatch(join -> JOIN.matcher(join.getValue().asText("")).matches());
  }

  private JsonNode hidden(String name, JsonNode value) {
    ObjectNode mark = JSON.objectNode().put(MARK, true);
    ArrayNode names = mark.putArray("names");
    mark.put("join", key.join(value.isTextual() ? value.asText() : sorted(value).toString()));
    TreeSet<String> ids = new TreeSet<>();
    if (value.isObject()) {
      ObjectNode joins = JSON.objectNode();
      new TreeMap<>(byName((ObjectNode) value)).forEach((each, one) -> {
        String shown = SecretShapes.isSecret(each) ? MARK + ":" + key.join(each) : each;
        names.add(shown);
        joins.put(shown, key.join(one.isTextual() ? one.asText() : sorted(one).toString()));
        ids.addAll(SecretShapes.publicIds(each, one.isTextual() ? one.asText() : one.toString()));
      });
      mark.set("joins", joins);
    } else {
      ids.addAll(SecretShapes.publicIds(name, value.isTextual() ? value.asText() : value.toString()));
    }
    if (!ids.isEmpty()) {
      ArrayNode list = mark.putArray("ids");
      ids.forEach(list::add);
    }
    return mark;
  }

  private static Map<String, JsonNode> byName(ObjectNode object) {
    Map<String, JsonNode> byName = new TreeMap<>();
    object.properties().forEach(entry -> byName.put(entry.getKey(), entry.getValue()));
    return byName;
  }

  /** The same value with every object's keys in order: equal values join whatever order they were written in. */
  private static JsonNode sorted(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode copy = JSON.objectNode();
      byName(object).forEach((name, one) -> copy.set(name, sorted(one)));
      return copy;
    }
    if (value instanceof ArrayNode list) {
      ArrayNode copy = JSON.arrayNode();
      list.forEach(one -> copy.add(sorted(one)));
      return copy;
    }
    return value;
  }
}
