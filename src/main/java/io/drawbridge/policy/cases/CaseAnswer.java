package io.drawbridge.policy.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.Requirement;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** What a case comes to, as JSON. */
public final class CaseAnswer {

  private CaseAnswer() {}

  /**
   * The decision of a case.
   *
   * @param keyNames what a requirement depends on, as the residual names it
   */
  public static ObjectNode decided(JsonNode id, Decision decision, Function<Requirement, List<String>> keyNames) {
    ObjectNode output = withId(id);
    decision(output, decision, keyNames);
    output.putNull("error");
    return output;
  }

  /** Adds {@code decision}, {@code by} and {@code residual}, as everything that answers with a decision has them. */
  public static void decision(ObjectNode output, Decision decision, Function<Requirement, List<String>> keyNames) {
    output.put("decision", name(decision));
    ArrayNode by = output.putArray("by");
    for (Ground ground : decision.by()) {
      by.addObject().put("layer", ground.layer().name()).put("policy", ground.policy()).put("statement", ground.statement().label());
    }
    var keys = new TreeSet<String>();
    if (decision instanceof Decision.Conditional conditional) {
      conditional.alternatives().forEach(residual -> residual.requirements().forEach(requirement -> keys.addAll(keyNames.apply(requirement))));
    }
    keys.forEach(output.putArray("residual")::add);
  }

  /** The case is none. */
  public static ObjectNode refused(JsonNode id, String code, String message) {
    ObjectNode output = withId(id);
    output.putObject("error").put("code", code).put("message", message);
    return output;
  }

  private static ObjectNode withId(JsonNode id) {
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    output.set("id", id);
    return output;
  }

  /** The decision as FORMATS §2 names it. */
  public static String name(Decision decision) {
    return switch (decision) {
      case Decision.Allowed allowed -> "Allowed";
      case Decision.Denied denied -> denied.explicit() ? "ExplicitlyDenied" : "ImplicitlyDenied";
      case Decision.Conditional conditional -> "Conditional";
    };
  }
}
