package io.drawbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.api.EstateSample;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code node} and {@code nodes}: by id, by short id, by text, and what stands around a node. */
class NodesTest {

  private final Asking estate = new Asking(QueryModules.all(), EstateSample.published("one"));

  @AfterEach
  void stop() {
    estate.close();
  }

  @Test
  void aNodeIsFoundByItsIdAndByAnythingShorterThatIsUnique() {
    for (String id : List.of(EstateSample.WEB.text(), "i-0a1b2c3d4e5f60718", "shop-web-1")) {
      JsonNode node = estate.data("{ node(id: \"" + id + "\") { id label facts { key value } } }").get("node");
      assertThat(node.get("id").asText()).isEqualTo(EstateSample.WEB.text());
      assertThat(node.get("label").asText()).isEqualTo("Ec2Instance");
      assertThat(node.get("facts").findValuesAsText("value")).contains("eu-west-1", "CVE-2021-44228");
    }
  }

  @Test
  void aNodeShowsTheVulnerabilityThatAnAttackerWouldUse() {
    String fields = " { vulnerability { count worst severity exploitKnown networkExploitable epss } } }";
    assertThat(estate.data("{ node(id: \"shop-web-1\")" + fields).at("/node/vulnerability").toString())
        .isEqualTo("{\"count\":3,\"worst\":\"CVE-2021-44228\",\"severity\":\"CRITICAL\",\"exploitKnown\":true,\"networkExploitable\":true,\"epss\":0.97}");
    assertThat(estate.data("{ node(id: \"break-glass\")" + fields).at("/node/vulnerability").isNull()).isTrue();
  }

  @Test
  void anIdThatIsUnknownOrAmbiguousIsRefused() {
    assertThat(estate.code("{ node(id: \"nobody\") { id } }")).isEqualTo("UNKNOWN_ID");
    assertThat(estate.code("{ node(id: \"ledger-sync\") { id } }")).isEqualTo("AMBIGUOUS_ID");
    assertThat(estate.code("{ node(id: \"\") { id } }")).isEqualTo("USAGE");
    assertThat(estate.code("{ node(id: \"/\") { id } }")).isEqualTo("UNKNOWN_ID");
  }

  @Test
  void aNodeShowsWhatItLeadsToAndWhatLeadsToIt() {
    JsonNode node = estate.data("{ node(id: \"role/shop-web\") { outgoing { totalCount edges { edge { kind } node { kind } } } incoming(first: 1) {"
        + " totalCount edges { edge { from } node { id } } } } }").get("node");
    assertThat(node.at("/outgoing/edges").findValuesAsText("kind"))
        .containsExactlyInAnyOrder("CAN_READ_DATA", "AWS_CAPABILITY_SET", "CAN_FEDERATE", "APPLICATION");
    assertThat(node.at("/incoming/totalCount").asInt()).isEqualTo(1);
    assertThat(node.at("/incoming/edges/0/node/id").asText()).isEqualTo(EstateSample.WEB.text()).isEqualTo(node.at("/incoming/edges/0/edge/from").asText());
  }

  @Test
  void neighboursAreCountedWholeAndShownInPart() {
    JsonNode outgoing = estate.data("{ node(id: \"role/shop-web\") { outgoing(first: 1) { totalCount edges { edge { key } } } } }").at("/node/outgoing");
    assertThat(outgoing.get("totalCount").asInt()).isEqualTo(2);
    assertThat(outgoing.get("edges")).hasSize(1);
  }

  @Test
  void aWholeNameComesBeforeItsStartAndItsMiddleAndItsId() {
    assertThat(names("text: \"SHOP-WEB\"")).containsExactly("shop-web", "shop-web-1");
    assertThat(names("text: \"harbor\"")).startsWith("harbor-orders").contains("harbor-shop").endsWith("<img src=x onerror=alert(1)>");
    assertThat(names("text: \"no such thing\"")).isEmpty();
  }

  @Test
  void aSearchIsNarrowedByKindCloudScopeAndMark() {
    assertThat(names("kinds: [IAM_USER]")).containsExactly("lena");
    assertThat(names("text: \"ledger\", clouds: [ENTRA]")).containsExactly("ledger-sync", "ledger-sync");
    assertThat(names("scope: \"" + EstateSample.LEDGER.id() + "\"")).hasSize(3);
    assertThat(names("marked: ENTRY_POINT")).containsExactly("lena", "the internet");
    assertThat(names("marked: ENTRY_POINT, clouds: [AWS]")).containsExactly("lena");
    assertThat(names("scope: \"nowhere\"")).isEmpty();
  }

  @Test
  void capabilitySetsAreNobodysMatchUnlessTheyAreAskedFor() {
    assertThat(names("text: \"GetObject\"")).isEmpty();
    assertThat(names("kinds: [AWS_CAPABILITY_SET]")).containsExactly("s3:GetObject");
  }

  @Test
  void matchesAreCountedWholeAndShownInPart() {
    JsonNode matches = estate.data("{ nodes(first: 2) { totalCount nodes { name } } }").get("nodes");
    assertThat(matches.get("nodes")).hasSize(2);
    assertThat(matches.get("totalCount").asInt()).isEqualTo(EstateSample.graph().nodes().size() - 1);
    assertThat(estate.code("{ nodes(first: 201) { totalCount } }")).isEqualTo("USAGE");
  }

  private List<String> names(String arguments) {
    return estate.data("{ nodes(" + arguments + ") { nodes { name } } }").findValuesAsText("name");
  }
}
