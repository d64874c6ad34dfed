package io.drawbridge.policy.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What a case comes to, as JSON. */
public final class CaseAnswer {

  private CaseAnswer() {}

  /**
   * The decision of a case.
   *
   * @param keyName how a requirement's key is named in the residual
   */
  public static ObjectNode decided(JsonNode id, Decision decision, UnaryOperator<String> keyName) {
    ObjectNode output = withId(id);
    output.put("decision", name(decision));
    ArrayNode by = output.putArray("by");
    for (Ground ground : decision.by()) {
      by.addObject().put("layer", ground.layer().name()).put("policy", ground.policy()).put("statement", ground.statement().label());
    }
    var keys = new TreeSet<String>();
    if (decision instanceof Decision.Conditional conditional) {
      conditional.alternatives().forEach(residual -> residual.requirements().forEach(requirement -> keys.add(keyName.apply(requirement.key()))));
    }
    keys.forEach(output.putArray("residual")::add);
    output.putNull("error");
    return output;
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

  private static String name(Decision decision) {
    return switch (decision) {
      case Decision.Allowed allowed -> "Allowed";
      case Decision.Denied denied -> denied.explicit() ? "ExplicitlyDenied" : "ImplicitlyDenied";
      case Decision.Conditional conditional -> "Conditional";
    };
  }
}
