package io.drawbridge.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.Unread;
import java.util.Collection;
import java.util.function.Function;

/**
 * What all answers are made of, as FORMATS §4 prints it; each question's package prints its own answer with these.
 *
 * <p>Field names and their order are a contract with scripts: fields may be added, none renamed or dropped.
 */
public final class AnswerJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AnswerJson() {}

  public static ObjectNode object() {
    return JSON.objectNode();
  }

  /** An array in the collection's order. */
  public static <T> ArrayNode array(Collection<T> items, Function<? super T, ? extends JsonNode> print) {
    ArrayNode array = JSON.arrayNode(items.size());
    items.forEach(item -> array.add(print.apply(item)));
    return array;
  }

  public static ArrayNode texts(Collection<String> items) {
    return array(items, JSON::textNode);
  }

  public static ArrayNode ids(Collection<? extends ResourceId> items) {
    return array(items, id -> JSON.textNode(id.text()));
  }

  public static ObjectNode node(Node node) {
    return object()
        .put("id", node.id().text())
        .put("kind", node.kind().label())
        .put("cloud", node.cloud().name())
        .put("name", node.name())
        .put("scope", node.scope().id());
  }

  /** An edge, with its key besides what the contract asks for: plans name edges by it. */
  public static ObjectNode edge(Edge edge) {
    ObjectNode json = object()
        .put("key", edge.key().value())
        .put("from", edge.from().text())
        .put("to", edge.to().text())
        .put("kind", edge.kind().name())
        .put("technique", edge.technique())
        .put("class", edge.kind().edgeClass().name())
        .put("traversable", edge.kind().traversable());
    json.set("condition", condition(edge.condition()));
    json.set("unread", array(edge.proof().unread(), AnswerJson::unread));
    json.put("cost", edge.cost()).put("outlives", edge.outlives().map(Object::toString).orElse(null));
    json.set("evidence", array(edge.proof().evidence(), AnswerJson::evidence));
    return json;
  }

  /** Null when nothing is asked. */
  public static JsonNode condition(Condition condition) {
    return condition.isNone() ? JSON.nullNode() : array(condition.atoms(), AnswerJson::atom);
  }

  public static ObjectNode atom(Atom atom) {
    ObjectNode json = object().put("subject", atom.subject().text()).put("key", atom.key()).put("operator", atom.operator());
    json.set("values", texts(atom.values()));
    return json.put("negated", atom.negated()).put("text", atom.text());
  }

  public static ObjectNode atom(PathAtom atom) {
    return atom(atom.atom()).put("hop", atom.hop());
  }

  public static ObjectNode unread(Unread unread) {
    return object().put("scope", unread.scope().id()).put("operation", unread.operation());
  }

  public static ObjectNode path(AttackPath path) {
    Route route = path.route();
    ObjectNode json = object()
        .put("id", path.id())
        .put("name", path.name())
        .put("risk", path.risk().name())
        .put("likelihood", route.likelihood())
        .put("cost", route.cost());
    json.set("clouds", array(route.clouds(), cloud -> JSON.textNode(cloud.name())));
    json.set("entry", node(route.entry()));
    json.set("target", node(route.target()));
    json.set("nodes", array(route.nodes(), AnswerJson::node));
    json.set("edges", array(route.hops(), AnswerJson::hop));
    json.set("condition", array(route.condition(), AnswerJson::atom));
    json.set("unread", array(route.unread(), AnswerJson::unread));
    return json.put("summary", path.summary());
  }

  public static ObjectNode completeness(Completeness completeness) {
    ObjectNode json = object().put("percent", completeness.percent());
    json.set("gaps", array(completeness.gaps(), AnswerJson::gap));
    return json;
  }

  public static ObjectNode leftOut(LeftOut leftOut) {
    ObjectNode json = object();
    leftOut.edges().forEach((edgeClass, count) -> json.put(edgeClass.name(), count));
    return json;
  }

  private static ObjectNode hop(Hop hop) {
    ObjectNode json = edge(hop.edge());
    json.set("parts", array(hop.parts(), key -> JSON.textNode(key.value())));
    return json;
  }

  public static ObjectNode evidence(Evidence evidence) {
    var statement = evidence.statement();
    ObjectNode json = object().put("side", evidence.side().name());
    json.set("document", object().put("id", statement.document().id()).put("kind", statement.document().kind()));
    return json.put("pointer", statement.pointer())
        .put("label", statement.label())
        .put("excerpt", statement.excerpt())
        .put("scope", evidence.scope().id())
        .put("snapshot", evidence.snapshot().value());
  }

  private static ObjectNode gap(CoverageGap gap) {
    return object()
        .put("scope", gap.scope().id())
        .put("region", gap.region())
        .put("operation", gap.operation())
        .put("resource", gap.resource())
        .put("status", gap.status())
        .put("message", gap.message())
        .put("age", gap.age());
  }
}
