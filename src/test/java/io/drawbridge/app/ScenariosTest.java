package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole estates of invented companies that both clouds share, asked on the command line. */
class ScenariosTest {

  private static final Path ROOT = Path.of("src/test/resources/scenarios");

  @Test
  void everyCheckOfEveryScenarioHoldsAndWhatMustNotExistIsKnownNotTo(@TempDir Path folder) throws IOException {
    Map<String, String> broken = new TreeMap<>();
    for (EstateChecks scenario : EstateChecks.below(ROOT)) {
      EstateChecks whole = scenario.withTheRestEmpty(Files.createDirectory(folder.resolve(String.valueOf(scenario.estate().getFileName()))));
      broken.putAll(whole.broken());
      assertThat(whole.unknown()).as(scenario.estate().toString())
          .containsExactlyElementsOf(scenario.expected().path("gaps").valueStream().map(JsonNode::asText).toList());
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theBridgesOfEveryScenarioAreDrawn() throws IOException {
    Map<String, List<String>> missing = new TreeMap<>();
    for (EstateChecks scenario : EstateChecks.below(ROOT)) {
      assertThat(scenario.bridges()).as(scenario.estate().toString()).isNotEmpty();
      if (!scenario.missing().isEmpty()) {
        missing.put(scenario.estate().toString(), scenario.missing());
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyScenarioSaysWhyOfEachCheckAndHasMorePathsThatMustNotExistThanMust() throws IOException {
    List<EstateChecks> scenarios = EstateChecks.below(ROOT);
    assertThat(scenarios).isNotEmpty();
    for (EstateChecks scenario : scenarios) {
      List<String> kinds = new ArrayList<>();
      for (JsonNode check : scenario.checks()) {
        assertThat(check.path("why").asText()).as(check.path("id").asText()).isNotBlank();
        kinds.add(check.path("kind").asText());
      }
      long none = kinds.stream().filter("nopath"::equals).count();
      assertThat(none).as(scenario.estate().toString()).isPositive().isGreaterThan(kinds.size() - none);
    }
  }
}
