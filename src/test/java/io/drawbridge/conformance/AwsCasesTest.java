package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.policy.aws.cases.EvaluateAws;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whole-policy cases that others wrote, answered in the form of FORMATS §2. */
class AwsCasesTest {

  private final EvaluateAws evaluate = new EvaluateAws();

  @Test
  void ourOwnFormatsCasesHold() throws IOException {
    assertSame("aws-cases", differences(Conformance.lines("cases/aws.jsonl")));
  }

  @Test
  void theSimulatorsCasesHold() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    Conformance.json("aws/iam-eval/cases.json").forEach(cases::add);
    cases.removeIf(one -> one.path("features").toString().contains("wildcardResourceInRequest"));
    assertThat(cases).hasSizeGreaterThan(150);
    assertSame("iam-eval", differences(cases));
  }

  @Test
  void theUndisputedCasesOfTheSecondOpinionHold() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    Conformance.json("aws/iam-eval/pmapper-cases.json").forEach(cases::add);
    cases.removeIf(one -> one.path("disputed").asBoolean(false));
    assertThat(cases).isNotEmpty();
    assertSame("pmapper", differences(cases));
  }

  private static void assertSame(String set, Map<String, String> differences) throws IOException {
    assertThat(differences.keySet()).as("differences: %s", differences).isEqualTo(Conformance.expectedFailures(set).keySet());
  }

  private Map<String, String> differences(List<JsonNode> cases) throws IOException {
    Map<String, String> differences = new TreeMap<>();
    for (JsonNode one : cases) {
      JsonNode answer = Conformance.JSON.readTree(evaluate.answer(one.toString()).orElseThrow());
      String actual = answer.hasNonNull("error") ? "error" : answer.path("decision").asText();
      if (!agrees(one, actual, answer)) {
        differences.put(one.path("id").asText(), "expected " + one.path("expected") + " but " + answer);
      }
    }
    return differences;
  }

  private static boolean agrees(JsonNode one, String actual, JsonNode answer) {
    String expected = one.path("expected").asText(one.path("expected").toString());
    for (JsonNode key : one.path("residualKeys")) {
      if (!answer.path("residual").toString().toLowerCase(java.util.Locale.ROOT).contains(key.asText().toLowerCase(java.util.Locale.ROOT))) {
        return false;
      }
    }
    for (JsonNode accepted : one.path("accept")) {
      if (accepted.asText().equals(actual)) {
        return true;
      }
    }
    boolean conditional = one.path("mode").asText("").equals("Discovery") && one.path("expectedDetail").toString().contains("conditions");
    if (conditional) {
      return actual.equals("Conditional");
    }
    return expected.equals(actual) || (expected.equals("Denied") && actual.endsWith("Denied")) || expected.equalsIgnoreCase(actual);
  }
}
