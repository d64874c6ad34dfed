package io.drawbridge.edge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the files below {@code cases/edge}: one small estate each, and cases that change it and say which edges must come out.
 *
 * <p>A file: {@code {"kinds": [edge kinds that count], "leftOut": [what ids begin with whose edges do not], "names": {"short": "id"}, "documents":
 * {"name": {operation, account | subscription | tenant | scope, region, subject, body, status}}, "cases": [...]}}. A case: {@code {"name", "why",
 * "source", "set": {"document /pointer": value}, "remove": ["document" | "document /pointer"], "add": {documents}, "edges": ["$from KIND $to [if key
 * …] [unread operation …]"], "gaps": ["operation" …], "facts": ["$node fact: value" …], "marks": ["ROLE $node" …], "denies": ["technique id" …]}}.
 * The edges are all there are of these kinds; {@code gaps} must be among the gaps, {@code facts} among the facts of nodes; no edge that counts
 * carries a technique that the case {@code denies}. Where a file has {@code "throughSets": true}, an edge into a set and what the set leads to are
 * one edge, as answers show it. Where a file has {@code "marks": [always there]}, its cases say all others.
 */
record EdgeCases(Path file, JsonNode json) {

  static final Path ROOT = Path.of("src/test/resources/cases/edge");

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<EdgeCases> all() {
    return below(ROOT);
  }

  static List<EdgeCases> below(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().map(EdgeCases::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EdgeCases read(Path file) {
    try {
      return new EdgeCases(file, JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** The first folder: the area. */
  String area() {
    return ROOT.relativize(file).getName(0).toString();
  }

  String topic() {
    return ROOT.relativize(file).toString().replace(".json", "");
  }

  List<String> kinds() {
    return texts(json.path("kinds"));
  }

  /** What the ids of starts begin with that do not count: {@code privilege://} where an administrator's power is another topic's. */
  List<String> leftOut() {
    return texts(json.path("leftOut"));
  }

  /** Whether steps through sets count as one edge from end to end. */
  boolean throughSets() {
    return json.path("throughSets").asBoolean(false);
  }

  List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    json.path("cases").forEach(item -> cases.add(new Case(this, item)));
    return cases;
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  /** One change of the estate and what must come of it. */
  record Case(EdgeCases of, JsonNode json) {

    String name() {
      return json.path("name").asText();
    }

    boolean isNearMiss() {
      return json.path("edges").isEmpty() && json.path("marks").isEmpty();
    }

    List<String> edges() {
      return texts(json.path("edges")).stream().map(this::spellOut).sorted().toList();
    }

    /** The marks that must be there, those of the file included; nothing when the file is not about marks. */
    List<String> marks() {
      List<String> marks = texts(of.json.path("marks"));
      marks.addAll(texts(json.path("marks")));
      return marks.stream().map(this::spellOut).sorted().toList();
    }

    /** The techniques that the case is a near miss of. */
    List<String> denies() {
      return texts(json.path("denies"));
    }

    List<String> facts() {
      return texts(json.path("facts")).stream().map(this::spellOut).toList();
    }

    List<String> gaps() {
      return texts(json.path("gaps"));
    }

    String spellOut(String edge) {
      String text = edge;
      for (var name : of.json.path("names").properties()) {
        text = text.replaceAll("\\$" + name.getKey() + "(?![A-Za-z0-9-])", name.getValue().asText());
      }
      return text;
    }

    /** The documents after the change. */
    List<JsonNode> documents() {
      ObjectNode documents = (ObjectNode) of.json.path("documents").deepCopy();
      json.path("add").properties().forEach(entry -> documents.set(entry.getKey(), entry.getValue()));
      json.path("set").properties().forEach(entry -> set(documents, entry.getKey(), entry.getValue()));
      texts(json.path("remove")).forEach(what -> remove(documents, what));
      List<JsonNode> list = new ArrayList<>();
      documents.elements().forEachRemaining(list::add);
      return list;
    }

    private void set(ObjectNode documents, String where, JsonNode value) {
      JsonPointer pointer = pointer(where);
      JsonNode parent = parent(documents, where, pointer);
      if (parent instanceof ArrayNode array && pointer.last().getMatchingIndex() < array.size()) {
        array.set(pointer.last().getMatchingIndex(), value);
      } else if (parent instanceof ArrayNode array) {
        array.add(value);
      } else {
        ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
      }
    }

    private void remove(ObjectNode documents, String what) {
      if (what.indexOf(' ') < 0) {
        require(documents.remove(what) != null, what);
        return;
      }
      JsonPointer pointer = pointer(what);
      JsonNode parent = parent(documents, what, pointer);
      JsonNode removed = parent instanceof ArrayNode array ? array.remove(pointer.last().getMatchingIndex())
          : ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
      require(removed != null, what);
    }

    private JsonNode parent(ObjectNode documents, String where, JsonPointer pointer) {
      String document = where.substring(0, where.indexOf(' '));
      require(documents.has(document), where);
      JsonNode parent = documents.path(document).path("body").at(pointer.head());
      require(parent.isContainerNode(), where);
      return parent;
    }

    private static JsonPointer pointer(String where) {
      return JsonPointer.compile(where.substring(where.indexOf(' ') + 1));
    }

    private void require(boolean holds, String what) {
      if (!holds) {
        throw new IllegalArgumentException(of.file + ", case `" + name() + "`: `" + what + "` is not in the estate");
      }
    }
  }
}
