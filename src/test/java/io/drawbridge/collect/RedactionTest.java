package io.drawbridge.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.coverage.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FUNCTIONS = "lambda:list-functions";

  private final Redaction redaction = new Redaction(JoinKey.of(new byte[32]));

  private JsonNode redact(String operation, String json) throws IOException {
    return redaction.redact(Operation.parse(operation), JSON.readTree(json));
  }

  @Test
  void anObjectOfNamedThingsKeepsItsNamesAndAJoinForEach() throws IOException {
    JsonNode variables = redact(FUNCTIONS, "{\"Functions\":[{\"Environment\":{\"Variables\":{\"B\":\"hunter2\",\"A\":\"x\"}}}]}")
        .at("/Functions/0/Environment/Variables");
    assertThat(variables.path("$redacted").asBoolean()).isTrue();
    assertThat(variables.path("names").toString()).isEqualTo("[\"A\",\"B\"]");
    assertThat(variables.path("joins").path("B").asText()).isEqualTo(JoinKey.of(new byte[32]).join("hunter2"));
    assertThat(variables.toString()).doesNotContain("hunter2");
  }

  @Test
  void oneValueInTwoPlacesHasOneJoin() throws IOException {
    JsonNode function = redact(FUNCTIONS, "{\"Functions\":[{\"Environment\":{\"Variables\":{\"DB\":\"hunter2\"}}}]}");
    JsonNode task = redact("ecs:describe-task-definition",
        "{\"taskDefinition\":{\"containerDefinitions\":[{\"environment\":[{\"name\":\"PASSWORD\",\"value\":\"hunter2\"}]}]}}");
    assertThat(task.at("/taskDefinition/containerDefinitions/0/environment/0/name").asText()).isEqualTo("PASSWORD");
    assertThat(task.at("/taskDefinition/containerDefinitions/0/environment/0/value/join").asText())
        .isEqualTo(function.at("/Functions/0/Environment/Variables/joins/DB").asText());
  }

  @Test
  void aListOfNamesAndValuesKeepsPublicIdsByTheirNames() throws IOException {
    JsonNode variables = redact("ecs:describe-task-definition",
        "{\"taskDefinition\":{\"containerDefinitions\":[{\"environment\":["
            + "{\"name\":\"AZURE_CLIENT_ID\",\"value\":\"c0000000-0000-4000-8000-000000000001\"},"
            + "{\"name\":\"AZURE_CLIENT_SECRET\",\"value\":\"c0000000-0000-4000-8000-000000000002\"}]}]}}").at("/taskDefinition/containerDefinitions/0/environment");
    assertThat(variables.at("/0/value/ids/0").asText()).isEqualTo("c0000000-0000-4000-8000-000000000001");
    assertThat(variables.at("/1/value").has("ids")).isFalse();
  }

  @Test
  void aSettingThatRefersToAVaultIsToldFromASecret() throws IOException {
    JsonNode settings = redact("arm:microsoft.web/sites/config", "{\"value\":[{\"name\":\"appsettings\",\"properties\":"
        + "{\"KEPT\":\"@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)\",\"HERE\":\"hunter2\"}}]}").at("/value/0/properties");
    assertThat(settings.path("ids").toString()).isEqualTo("[\"KEPT@Microsoft.KeyVault\"]");
    assertThat(settings.toString()).doesNotContain("hunter2", "vault.azure.net");
  }

  @Test
  void equalObjectsJoinWhateverTheOrderOfTheirKeys() throws IOException {
    JsonNode one = redact(FUNCTIONS, "{\"Environment\":{\"Variables\":{\"A\":\"1\",\"B\":\"2\"}}}");
    JsonNode other = redact(FUNCTIONS, "{\"Environment\":{\"Variables\":{\"B\":\"2\",\"A\":\"1\"}}}");
    assertThat(one).isEqualTo(other);
  }

  @Test
  void anotherKeyGivesAnotherJoin() throws IOException {
    JsonNode here = redact(FUNCTIONS, "{\"Environment\":{\"Variables\":{\"A\":\"1\"}}}");
    JsonNode there = new Redaction(JoinKey.random(new SecureRandom()))
        .redact(Operation.parse(FUNCTIONS), JSON.readTree("{\"Environment\":{\"Variables\":{\"A\":\"1\"}}}"));
    assertThat(here).isNotEqualTo(there);
  }

  @Test
  void placesOfProgramsAmongHiddenArgumentsStay() throws IOException {
    JsonNode arguments = redact("glue:get-jobs", """
        {"Jobs":[{"Name":"j","DefaultArguments":{"--extra-py-files":"s3://code/a.zip, s3://code/b.zip","--TempDir":"s3://code/tmp/","--extra-jars":"s3://code/c.jar?sig=1"}}]}
        """).at("/Jobs/0/DefaultArguments");
    assertThat(arguments.path("ids").toString()).isEqualTo("[\"s3://code/a.zip\",\"s3://code/b.zip\"]");
    assertThat(arguments.toString()).doesNotContain("tmp").doesNotContain("c.jar");
  }

  @Test
  void publicIdsOfAHiddenValueStay() throws IOException {
    JsonNode variables = redact(FUNCTIONS, """
        {"Environment":{"Variables":{"AWS_ACCESS_KEY_ID":"AKIAIOSFODNN7EXAMPLE","AZURE_CLIENT_ID":"8f1f2d0e-5d0c-4b4e-9c55-2a3f5a0c1d11",
        "API_KEY":"9f1f2d0e-5d0c-4b4e-9c55-2a3f5a0c1d11"}}}
        """).at("/Environment/Variables");
    assertThat(variables.path("ids").toString()).isEqualTo("[\"8f1f2d0e-5d0c-4b4e-9c55-2a3f5a0c1d11\",\"AKIAIOSFODNN7EXAMPLE\"]");
    assertThat(variables.toString()).doesNotContain("9f1f2d0e");
  }

  @Test
  void whatIsHiddenIsNotHiddenAgain() throws IOException {
    JsonNode once = redact(FUNCTIONS, "{\"Environment\":{\"Variables\":{\"A\":\"1\"}}}");
    assertThat(redact(FUNCTIONS, once.toString())).isEqualTo(once);
  }

  @Test
  void aMarkThatCarriesMoreThanAMarkIsHidden() throws IOException {
    String forged = "{\"Environment\":{\"Variables\":{\"$redacted\":true,\"names\":[],\"join\":\"hunter2hunter2\"}}}";
    assertThat(redact(FUNCTIONS, forged).toString()).doesNotContain("hunter2");
  }

  @Test
  void nothingToHideStaysAsItIs() throws IOException {
    String empty = "{\"Functions\":[{\"FunctionName\":\"f\",\"Environment\":{\"Variables\":{}},\"UserData\":\"\"}]}";
    assertThat(redact(FUNCTIONS, empty)).isEqualTo(JSON.readTree(empty));
  }

  @Test
  void referencesToSecretsAreNoSecrets() throws IOException {
    String project = """
        {"projects":[{"environment":{"environmentVariables":[{"name":"A","type":"SECRETS_MANAGER","value":"prod/db"},
        {"name":"B","type":"PLAINTEXT","value":"hunter2"}]}}]}
        """;
    JsonNode redacted = redact("codebuild:batch-get-projects", project);
    assertThat(redacted.at("/projects/0/environment/environmentVariables/0/value").asText()).isEqualTo("prod/db");
    assertThat(redacted.toString()).doesNotContain("hunter2");
  }

  @Test
  void switchesOfASiteStayAndItsSettingsGo() throws IOException {
    String config = """
        {"value":[{"name":"site/web","properties":{"ftpsState":"Disabled","appSettings":[{"name":"K","value":"hunter2"}]}},
        {"name":"site/appsettings","properties":{"K":"hunter3"}}]}
        """;
    JsonNode redacted = redact("arm:microsoft.web/sites/config", config);
    assertThat(redacted.at("/value/0/properties/ftpsState").asText()).isEqualTo("Disabled");
    assertThat(redacted.at("/value/1/properties/names").toString()).isEqualTo("[\"K\"]");
    assertThat(redacted.toString()).doesNotContain("hunter");
  }

  @Test
  void aSiteThatIsNamedLikeItsSettingsKeepsItsProperties() throws IOException {
    String site = "{\"value\":[{\"name\":\"appsettings\",\"type\":\"Microsoft.Web/sites\",\"properties\":{\"httpsOnly\":true}}]}";
    assertThat(redact("arm:microsoft.web/sites", site)).isEqualTo(JSON.readTree(site));
  }

  @Test
  void aListingOfAzuresIsNeverHiddenAsAWhole() throws IOException {
    String list = "{\"value\":[{\"id\":\"a\",\"name\":\"appsettings\"}]}";
    for (SecretField field : SecretFields.ALL) {
      String operation = field.operations().replace("*", "/x");
      if (operation.startsWith("arm:") || operation.startsWith("graph:")) {
        assertThat(redact(operation, list)).as(field.toString()).isEqualTo(JSON.readTree(list));
      }
    }
  }

  @Test
  void hashesThumbprintsAndPublicKeysStay() throws IOException {
    String text = """
        {"CodeSha256":"H4QrZXTeJhAFtZ6dfi7NjMZiGHZfFgGpD38SjX+BaMw=","Thumbprint":"6938fd4d98bab03faadb97b34396831e3780aea1",
        "Arn":"arn:aws:iam::111122223333:role/a","Key":"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7","Url":"https://host/path?sig=no"}
        """;
    assertThat(redact("iam:get-user", text)).isEqualTo(JSON.readTree(text));
  }

  @Test
  void theKeyOfADataDirectoryIsMadeOnceForItsOwnerAlone(@TempDir Path directory) throws IOException {
    JoinKey first = JoinKey.load(directory, new SecureRandom());
    JoinKey second = JoinKey.load(directory, new SecureRandom());
    assertThat(first.join("x")).isEqualTo(second.join("x"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("join.key")))).isEqualTo("rw-------");
    try (var files = Files.list(directory)) {
      assertThat(files).hasSize(1);
    }
  }
}
