package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People with accounts in both clouds, who lead from one to the other only for who asks. */
class SameHumanTest {

  private static final String ESTATE = "src/test/resources/scenarios/saml-and-identity-center";
  private static final String IN_AWS = "arn:aws:identitystore:::user/197b58bc-ba77-4b54-a238-7f1585dec9d9";
  private static final String IN_ENTRA = "entra://bfa75dea-cec1-4839-a55a-4ba1403c13e3/f4bbf98a-644b-43ca-a684-afed86f692a0";

  @Test
  void noQuestionFollowsThemUnlessAskedAndEachSaysHowManyItLeftOut() {
    JsonNode answer = paths(IN_AWS, IN_ENTRA);

    assertThat(answer.path("paths")).isEmpty();
    assertThat(answer.path("leftOut").path("SAME_HUMAN").asInt()).isEqualTo(1);
  }

  @Test
  void whoAsksGetsBothWaysWithTheScoreAndItsReasons() {
    for (JsonNode answer : List.of(paths(IN_AWS, IN_ENTRA, "--class", "+SAME_HUMAN"), paths(IN_ENTRA, IN_AWS, "--class", "+SAME_HUMAN"))) {
      JsonNode edge = answer.path("paths").path(0).path("edges").path(0);
      assertThat(edge.path("kind").asText()).isEqualTo("SAME_HUMAN_AS");
      assertThat(edge.path("evidence")).extracting(item -> item.path("excerpt").asText())
          .contains("score 0.995 of 1", "external id: f4bbf98a-644b-43ca-a684-afed86f692a0", "sign-in name: eva.endpaper@foxglove-bindery.example");
      assertThat(answer.path("leftOut").has("SAME_HUMAN")).isFalse();
    }
  }

  private static JsonNode paths(String from, String to, String... options) {
    List<String> arguments = new ArrayList<>(List.of("paths", "--bundle", ESTATE + "/aws", "--bundle", ESTATE + "/azure", "--format", "json", "--from", from, "--to", to));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(String[]::new)).json();
  }
}
