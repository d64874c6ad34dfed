package io.drawbridge.policy.aws.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.policy.aws.AwsEvaluator;
import io.drawbridge.policy.aws.KnownKey;
import io.drawbridge.policy.cases.CaseAnswer;
import java.util.Optional;

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
    JsonNode id = input.path("id");
    return switch (new CaseReader(input).read()) {
      case CaseReader.Case.Refused refused -> CaseAnswer.refused(id, refused.code(), refused.message());
      case CaseReader.Case.Valid valid -> CaseAnswer.decided(id, evaluator.decide(valid.request(), valid.policies()), KnownKey::keys);
    };
  }
}
