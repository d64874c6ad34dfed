package io.drawbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.api.EstateSample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code containment}: a plan per goal with commands and rollback, what it may not touch, and what is refused. */
class ContainmentTest {

  private final Asking estate = new Asking(QueryModules.all(), EstateSample.published("one"));

  @AfterEach
  void stop() {
    estate.close();
  }

  @Test
  void everyGoalHasAPlanWhoseStepsCanBeRunAndUndone() {
    JsonNode answer = estate.data("{ containment(identities: \"shop-web-1\") { reachable plans { goal proof steps { order action target { id }"
        + " commands { argv text } rollback { text } effectiveAfter cuts } remaining { id } } } }").get("containment");
    assertThat(answer.get("reachable")).hasSize(3);
    assertThat(answer.findValuesAsText("goal")).containsExactly("FASTEST", "LEAST_DISRUPTION", "COMPLETE");
    for (JsonNode plan : answer.get("plans")) {
      assertThat(plan.get("steps")).isNotEmpty();
      assertThat(plan.get("proof").asText()).isEqualTo(plan.get("remaining").isEmpty() ? "CUT" : "PARTIAL");
      for (JsonNode step : plan.get("steps")) {
        assertThat(step.get("commands")).isNotEmpty();
        assertThat(step.get("rollback")).isNotEmpty();
        assertThat(step.get("effectiveAfter").asText()).startsWith("PT");
        assertThat(step.get("cuts")).isNotEmpty();
      }
    }
  }

  @Test
  void whatMayNotBeTouchedIsNotTouched() {
    JsonNode answer = estate.data("{ containment(identities: \"shop-web-1\", neverCut: [\"role/shop-web\"]) { plans { steps { target { id } } } } }");
    assertThat(answer.findValuesAsText("id")).doesNotContain(EstateSample.WEB_ROLE.text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "identities: [] | USAGE",
    "identities: \"nobody\" | UNKNOWN_ID",
    "identities: \"ledger-sync\" | AMBIGUOUS_ID",
    "identities: \"lena\", protect: \"nobody\" | UNKNOWN_ID",
    "identities: \"lena\", maxSteps: 0 | USAGE",
    "identities: \"lena\", maxSteps: 51 | USAGE",
    "maxSteps: 3 | INVALID_QUERY",
  })
  void whatCannotBeAnsweredIsRefusedWithItsCode(String arguments, String code) {
    assertThat(estate.code("{ containment(" + arguments + ") { snapshot } }")).isEqualTo(code);
  }
}
