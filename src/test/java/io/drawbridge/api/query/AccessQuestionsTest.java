package io.drawbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.api.EstateSample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessQuestionsTest {

  private static final String ROWS = " { truncated gaps { operation } rulings { totalCount edges { node { principal action resource decision alternatives evidence { label } unread { operation } } } } } }";

  private final Asking asking = new Asking(QueryModules.all(), new AccessSample());

  @AfterEach
  void close() {
    asking.close();
  }

  @Test
  void whoCanSaysWhatItDependsOn() {
    JsonNode rulings = ask("{ whoCan(action: \"s3:GetObject\", resource: \"arn:aws:s3:::harbor-orders/list.csv\")" + ROWS).at("/data/whoCan/rulings");
    assertThat(rulings.path("totalCount").asInt()).isEqualTo(1);
    JsonNode lena = rulings.at("/edges/0/node");
    assertThat(lena.path("principal").asText()).isEqualTo(AccessSample.LENA);
    assertThat(lena.path("decision").asText()).isEqualTo("CONDITIONAL");
    assertThat(lena.at("/alternatives/0").asText()).contains("MFA");
    assertThat(lena.at("/evidence/0/label").asText()).isEqualTo("Read");
  }

  @Test
  void statedFactsSettleConditions() {
    String question = "{ whoCan(action: \"s3:GetObject\", resource: \"arn:aws:s3:::harbor-orders/list.csv\", assume: [\"%saws:MultiFactorAuthPresent\"])" + ROWS;
    assertThat(ask(question.formatted("")).at("/data/whoCan/rulings/edges/0/node/decision").asText()).isEqualTo("ALLOWED");
    assertThat(ask(question.formatted("!")).at("/data/whoCan/rulings/totalCount").asInt()).isZero();
  }

  @Test
  void whatIsDeniedAnywayIsNobodys() {
    JsonNode answer = ask("{ whoCan(action: \"s3:GetObjectVersion\", resource: \"arn:aws:s3:::harbor-orders/list.csv\")" + ROWS);
    assertThat(answer.at("/data/whoCan/rulings/totalCount").asInt()).isZero();
  }

  @Test
  void whatCanTellsGrantsAndWhatIsTakenBack() {
    JsonNode rows = ask("{ whatCan(principal: \"" + AccessSample.LENA + "\")" + ROWS).at("/data/whatCan/rulings/edges");
    assertThat(rows.findValuesAsText("action")).containsExactly("s3:Get*", "s3:GetObjectVersion", "sts:AssumeRole");
    assertThat(rows.findValuesAsText("decision")).containsExactly("CONDITIONAL", "EXPLICITLY_DENIED", "ALLOWED");
  }

  @Test
  void ofAPatternEveryResourceThatWasReadIsAsked() {
    JsonNode rows = ask("{ whoCan(action: \"s3:GetObject\", resource: \"arn:aws:s3:::harbor-*\")" + ROWS).at("/data/whoCan/rulings/edges");
    assertThat(rows.findValuesAsText("resource")).containsExactly("arn:aws:s3:::harbor-orders/*");
  }

  @Test
  void aRoleThatTrustsTheWorldLetsAnybodyInOnce() {
    JsonNode rows = ask("{ whoCan(action: \"sts:AssumeRole\", resource: \"arn:aws:iam::111122223333:role/open\")" + ROWS).at("/data/whoCan/rulings/edges");
    assertThat(rows.findValuesAsText("principal")).containsExactly("arn:aws:iam::111122223333:role/open", AccessSample.LENA, "external://internet");
  }

  @Test
  void azureTellsDataFromItsManagement() {
    String blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
    String account = "/subscriptions/5a000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st";
    String rows = " { gaps { operation } rulings { totalCount edges { node { principal dataAction decision evidence { label } unread { operation } } } } } }";
    JsonNode answer = ask("{ whoCan(action: \"" + blobs + "\", resource: \"" + account + "\")" + rows).at("/data/whoCan");
    JsonNode nils = answer.at("/rulings/edges/0/node");
    assertThat(nils.path("principal").asText()).endsWith("/4e000000-0000-4000-8000-000000000001");
    assertThat(nils.path("dataAction").asBoolean()).isTrue();
    assertThat(nils.path("decision").asText()).isEqualTo("ALLOWED");
    assertThat(nils.path("evidence").findValuesAsText("label")).contains("Storage Blob Data Reader");
    assertThat(nils.path("unread").findValuesAsText("operation")).containsExactly("arm:microsoft.authorization/denyassignments");
    assertThat(answer.path("gaps").findValuesAsText("operation")).contains("arm:microsoft.authorization/roleeligibilityscheduleinstances");
    assertThat(ask("{ whoCan(action: \"Microsoft.Storage/storageAccounts/read\", resource: \"" + account + "\", dataAction: true)" + rows)
        .at("/data/whoCan/rulings/totalCount").asInt()).isZero();
    assertThat(ask("{ whatCan(principal: \"nils\")" + rows).at("/data/whatCan/rulings/edges/0/node/decision").asText()).isEqualTo("ALLOWED");
  }

  @Test
  void aPrincipalMayBeNamedShortly() {
    assertThat(ask("{ whatCan(principal: \"lena\")" + ROWS).at("/data/whatCan/rulings/totalCount").asInt()).isEqualTo(3);
  }

  @Test
  void aBucketThatWasNotReadHasNoKnownOwner() {
    String question = "{ whoCan(action: \"s3:GetObject\", resource: \"arn:aws:s3:::elsewhere/list.csv\"%s)" + ROWS;
    assertThat(ask(question.formatted("")).at("/errors/0/message").asText()).contains("--resource-account");
    assertThat(ask(question.formatted(", resourceAccount: \"111122223333\"")).at("/data/whoCan/gaps/0/operation").asText()).isEqualTo("s3:get-bucket-policy");
  }

  @Test
  void aWrongQuestionNamesTheWayOut() {
    assertThat(ask("{ whoCan(action: \"read it\", resource: \"*\")" + ROWS).at("/errors/0/message").asText()).contains("service:Operation");
    assertThat(ask("{ whatCan(principal: \"arn:aws:iam::111122223333:user/nobody\")" + ROWS).at("/errors/0/message").asText()).contains("no user and no role");
  }

  @Test
  void aServerWithoutBundlesSaysSo() {
    try (var without = new Asking(QueryModules.all(), EstateSample.published("one"))) {
      assertThat(without.code("{ whatCan(principal: \"" + AccessSample.LENA + "\") { truncated } }")).isEqualTo("NEEDS_INVENTORY");
    }
  }

  private JsonNode ask(String query) {
    return asking.answer(query);
  }
}
