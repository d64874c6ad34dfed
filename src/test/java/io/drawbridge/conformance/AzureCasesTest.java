package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.policy.azure.cases.EvaluateAzure;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Azure authorization cases that others wrote, answered in the form of FORMATS §3. */
class AzureCasesTest {

  private final EvaluateAzure evaluate = new EvaluateAzure();

  @Test
  void theCasesHold() throws IOException {
    Map<String, String> differences = new TreeMap<>();
    for (JsonNode one : Conformance.lines("cases/azure.jsonl")) {
      String answer = evaluate.answer(one.toString()).orElseThrow();
      String decision = Conformance.JSON.readTree(answer).path("decision").asText("error");
      if (!one.path("expected").asText().equals(decision) && !one.path("accept").toString().contains('"' + decision + '"')) {
        differences.put(one.path("id").asText(), "expected " + one.path("expected") + " but " + answer);
      }
    }
    assertThat(differences.keySet()).as("differences: %s", differences).isEqualTo(Conformance.expectedFailures("azure-cases").keySet());
  }
}
