package io.drawbridge.policy.azure.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.policy.azure.AzureEvaluator;
import io.drawbridge.policy.cases.CaseAnswer;
import java.util.List;
import java.util.Optional;

/** Answers one authorization case of FORMATS §3: a line of JSON in, a line of JSON out. */
public final class EvaluateAzure {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AzureEvaluator evaluator = new AzureEvaluator();

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
    JsonNode id = input.path("id");
    return switch (new CaseReader(input).read()) {
      case CaseReader.Case.Refused refused -> CaseAnswer.refused(id, refused.code(), refused.message());
      case CaseReader.Case.Valid valid -> CaseAnswer.decided(id, evaluator.decide(valid.request(), valid.roles()), requirement -> List.of(attribute(requirement.key())));
    };
  }

  /** An attribute's name as it stands in the brackets, as the input names it. */
  private static String attribute(String key) {
    return key.endsWith("]") ? key.substring(key.indexOf('[') + 1, key.length() - 1) : key;
  }
}
