package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.docs.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demonstration estate: its golden answers, and the decoys that look open and are not. */
class DemoTest {

  private static final String ESTATE = "src/main/resources/demo";

  @Test
  void everyPathIsAsItWasReviewed() throws IOException {
    List<String> lines = new ArrayList<>();
    for (JsonNode path : ask("paths").path("paths")) {
      lines.add(path.path("risk").asText() + " " + path.path("name").asText() + " " + path.path("clouds"));
      for (JsonNode edge : path.path("edges")) {
        lines.add("  " + edge.path("from").asText() + " " + edge.path("technique").asText() + " " + edge.path("to").asText()
            + (edge.path("condition").isNull() ? "" : " if " + edge.path("condition").path(0).path("key").asText()));
      }
    }
    Golden.assertMatches(Path.of("src/test/resources/golden/demo-paths.txt"), String.join("\n", lines) + "\n");
  }

  @Test
  void theInternetReachesTheLedgersVaultAcrossTheClouds() {
    JsonNode paths = ask("paths", "--from", "external://internet", "--to", "kv-core-ledger").path("paths");
    assertThat(paths).isNotEmpty();
    assertThat(paths.path(0).path("condition")).isEmpty();
    assertThat(paths.path(0).path("clouds")).hasToString("[\"AWS\",\"AZURE\"]");
    for (JsonNode edge : paths.path(0).path("edges")) {
      assertThat(edge.path("evidence")).as(edge.toString()).isNotEmpty();
    }
  }

  @Test
  void anOperatorOfMachinesReachesStatementsInAws() {
    JsonNode path = ask("paths", "--from", "Jonas Weber", "--to", "castellan-statements").path("paths").path(0);
    assertThat(path.path("edges").findValuesAsText("technique")).contains("azure-managed-identity", "entra-oidc-to-iam-role");
  }

  @Test
  void aPolicyWriterAndAPassedRoleBecomeAdministrator() {
    String admin = "privilege://304815926535/AccountAdmin";
    assertThat(ask("paths", "--from", "marco.silva", "--to", admin).path("paths").path(0).path("edges").findValuesAsText("technique"))
        .containsExactly("iam-001");
    assertThat(ask("paths", "--from", "theo.lindqvist", "--to", admin).path("paths").path(0).path("edges").findValuesAsText("technique"))
        .containsExactly("ec2-001", "aws-administrator");
  }

  /** Each looks open: a closed packet filter, a private subnet, an office's address, a deny, a disabled identity, a literal star. */
  @ParameterizedTest
  @ValueSource(strings = {
    "external://internet -> reporting-web-1",
    "external://internet -> batch-legacy",
    "external://internet -> i-0c4571e11a0000004",
    "external://internet -> virtualmachines/vm-partner-sftp",
    "external://internet -> portal/card-vault-key",
    "external://internet -> kv-treasury",
    "github://castellan-mutual/claims-service -> kv-treasury",
    "github://castellan-mutual/claims-service -> castellan-tax-archive",
    "Jonas Weber -> castellan-tax-archive",
    "Priya Nair -> kv-treasury",
    "ines.ward -> privilege://304815926535/AccountAdmin",
    "dana.okafor -> warehouse/loader"
  })
  void aDecoyIsNoPath(String ends) {
    String[] both = ends.split(" -> ", 2);
    JsonNode answer = ask("paths", "--from", both[0], "--to", both[1]);
    assertThat(answer.path("paths")).isEmpty();
    assertThat(answer.path("status").asText()).startsWith("NONE");
  }

  @Test
  void theCompromisedUserIsCutOff() {
    JsonNode plans = ask("contain", "--identity", "dana.okafor").path("plans");
    assertThat(plans).isNotEmpty();
    for (JsonNode plan : plans) {
      assertThat(plan.path("proof").asText()).isEqualTo("CUT");
      assertThat(plan.path("cost").asLong()).isGreaterThanOrEqualTo(plan.path("lowerBound").asLong());
      assertThat(plan.path("steps").path(0).path("commands").path(0).path("argv").path(0).asText()).isIn("aws", "az");
      assertThat(plan.path("steps").path(0).path("rollback")).isNotEmpty();
    }
  }

  @Test
  void aRunWithoutServerAnswers() {
    CommandRun run = CommandRun.of("demo", "--once");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("kv-core-ledger");
  }

  private static JsonNode ask(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, "--bundle", ESTATE, "--format", "json"));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    return run.json();
  }
}
