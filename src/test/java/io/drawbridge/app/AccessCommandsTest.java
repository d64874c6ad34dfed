package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code who-can} and {@code what-can} over both clouds of the demo. */
class AccessCommandsTest {

  private static final String DEMO = "src/main/resources/demo";
  private static final String SUBSCRIPTION = "/subscriptions/2ef7904d-c6f0-522f-8555-106e650e3d69";
  private static final String VAULT = SUBSCRIPTION + "/resourceGroups/rg-ledger/providers/Microsoft.KeyVault/vaults/kv-core-ledger";

  @Test
  void aDataActionIsKnownToBeOneAndComesWithItsEvidence() throws IOException {
    List<JsonNode> rows = json("who-can", "Microsoft.KeyVault/vaults/secrets/getSecret/action", VAULT);
    assertThat(rows).isNotEmpty().allSatisfy(row -> {
      assertThat(row.path("dataAction").asBoolean()).isTrue();
      assertThat(row.path("principal").asText()).startsWith("entra://");
      assertThat(row.path("resource").asText()).isEqualTo(VAULT.toLowerCase(java.util.Locale.ROOT));
      assertThat(row.path("evidence")).isNotEmpty();
    });
  }

  @Test
  void aRoleThatMustBeActivatedIsACondition() throws IOException {
    List<JsonNode> rows = json("who-can", "Microsoft.Compute/virtualMachines/runCommand/action", SUBSCRIPTION + "/resourceGroups/rg-recon");
    assertThat(rows).extracting(row -> row.path("decision").asText()).contains("Allowed", "Conditional");
    assertThat(rows).filteredOn(row -> row.path("decision").asText().equals("Conditional")).allSatisfy(row ->
        assertThat(row.path("residual").get(0).asText()).isEqualTo("entra:activation"));
    assertThat(rows).extracting(row -> row.has("dataAction")).containsOnly(false);
  }

  @Test
  void whatSomebodyCanIsSaidInPatterns() throws IOException {
    String principal = json("who-can", "Microsoft.Compute/virtualMachines/runCommand/action", SUBSCRIPTION + "/resourceGroups/rg-recon").getFirst().path("principal").asText();
    assertThat(json("what-can", principal)).extracting(row -> row.path("action").asText()).anyMatch(action -> action.startsWith("Microsoft.Compute/virtualMachines/"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      who-can Microsoft.Compute/virtualMachines/read rg-recon                  | is no ARM id
      who-can microsoft.directory/users/password/update /subscriptions/s       | is nothing in a directory
      who-can not/an/action /subscriptions/s                                   | is no action of Azure
      what-can nobody-is-called-so                                             | is no principal
      what-can entra://c2cb5443-54c9-5496-8660-3c73548fcba3/0                   | is no principal
      """)
  void aWrongQuestionNamesTheWayOut(String command, String message) {
    List<String> words = new ArrayList<>(Arrays.asList(command.split(" ", -1)));
    words.addAll(List.of("--bundle", DEMO));
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(message);
  }

  private static List<JsonNode> json(String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("--bundle", DEMO, "--format", "json"));
    CommandRun run = CommandRun.of(words.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      rows.add(new ObjectMapper().readTree(line));
    }
    return rows;
  }
}
