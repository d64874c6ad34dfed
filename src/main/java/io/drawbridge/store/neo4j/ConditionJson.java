package io.drawbridge.store.neo4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import java.util.ArrayList;
import java.util.List;

/** A condition as the list of atoms that answers print (FORMATS §4), and back. */
final class ConditionJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ConditionJson() {}

  static String print(Condition condition) {
    ArrayNode atoms = JSON.createArrayNode();
    for (Atom atom : condition.atoms()) {
      ObjectNode json = atoms.addObject().put("subject", atom.subject().text()).put("key", atom.key()).put("operator", atom.operator());
      atom.values().forEach(json.putArray("values")::add);
      json.put("negated", atom.negated()).put("text", atom.text());
    }
    return atoms.toString();
  }

  static Condition parse(String json) {
    List<Atom> atoms = new ArrayList<>();
    try {
      for (JsonNode atom : JSON.readTree(json)) {
        List<String> values = new ArrayList<>();
        atom.path("values").forEach(value -> values.add(value.asText()));
        atoms.add(new Atom(
            Ids.parse(atom.path("subject").asText()),
            atom.path("key").asText(),
            atom.path("operator").asText(),
            values,
            atom.path("negated").asBoolean(),
            atom.path("text").asText()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a stored condition is damaged", e);
    }
    return new Condition(atoms);
  }
}
