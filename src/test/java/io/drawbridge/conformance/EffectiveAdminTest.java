package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.app.CommandRun;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who is an administrator of an account whose policies are split, denied and bounded. */
class EffectiveAdminTest {

  private static final String FOLDER = "aws/privesc/effective-admin/";

  @Test
  void exactlyTheAdministratorsAre() throws IOException {
    SortedSet<String> expected = new TreeSet<>();
    SortedSet<String> found = administrators();
    SortedSet<String> others = new TreeSet<>();
    for (JsonNode principal : Conformance.json(FOLDER + "expected.json").path("principals")) {
      if (principal.path("isAdmin").asBoolean()) {
        expected.add(principal.path("arn").asText());
      } else {
        others.add(principal.path("arn").asText());
      }
    }
    assertThat(expected).isNotEmpty();
    assertThat(found).containsAll(expected).doesNotContainAnyElementsOf(others);
  }

  private static SortedSet<String> administrators() throws IOException {
    String file = Conformance.path(FOLDER + "account-authorization-details.json").toString();
    CommandRun run = CommandRun.of("edges", "--bundle", file, "--account", "111122223333", "--region", "global", "--kind", "CAN_CONTROL", "--format", "json");
    SortedSet<String> found = new TreeSet<>();
    for (String line : run.out().lines().toList()) {
      JsonNode edge = Conformance.JSON.readTree(line);
      if (edge.path("to").asText().equals("privilege://111122223333/AccountAdmin") && edge.path("condition").isNull()) {
        found.add(edge.path("from").asText());
      }
    }
    return found;
  }
}
