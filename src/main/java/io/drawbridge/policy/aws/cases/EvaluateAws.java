package io.drawbridge.policy.aws.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.aws.AwsEvaluator;
import java.util.Optional;
import java.util.TreeSet;

/** Answers one authorization case of FORMATS §2: a line of JSON in, a line of JSON out. */
public final class EvaluateAws {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AwsEvaluator evaluator = new AwsEvaluator();

  /** The answer to a line; empty when the line is no JSON object. */
  public Optional<String> answer(String line) {
    try {
      JsonNode input = JSON.readTree(line);
      return input != null && input.isObject() ? Optional.of(JSON.writeValueAsString(answer(input))) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private ObjectNode answer(JsonNode input) {
    ObjectNode output = JSON.createObjectNode();
    output.set("id", input.path("id"));
    var read = new CaseReader(input);
    switch (read.read()) {
      case CaseReader.Case.Refused refused -> output.putObject("error").put("code", refused.code()).put("message", refused.message());
      case CaseReader.Case.Valid valid -> decision(output, evaluator.decide(valid.request(), valid.policies()));
    }
    return output;
  }

  private static void decision(ObjectNode output, Decision decision) {
    output.put("decision", name(decision));
    ArrayNode by = output.putArray("by");
    for (Ground ground : decision.by()) {
      by.addObject().put("layer", ground.layer().name()).put("policy", ground.policy()).put("statement", ground.statement().label());
    }
    var keys = new TreeSet<String>();
    if (decision instanceof Decision.Conditional conditional) {
      conditional.alternatives().forEach(residual -> residual.requirements().forEach(requirement -> keys.add(requirement.key())));
    }
    ArrayNode residual = output.putArray("residual");
    keys.forEach(residual::add);
    output.putNull("error");
  }

  private static String name(Decision decision) {
    return switch (decision) {
      case Decision.Allowed allowed -> "Allowed";
      case Decision.Denied denied -> denied.explicit() ? "ExplicitlyDenied" : "ImplicitlyDenied";
      case Decision.Conditional conditional -> "Conditional";
    };
  }
}
