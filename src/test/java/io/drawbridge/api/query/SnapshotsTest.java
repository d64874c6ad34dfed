package io.drawbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.api.EstateSample;
import io.drawbridge.api.GraphQlRequest;
import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.Limits;
import io.drawbridge.api.Permission;
import io.drawbridge.graph.EdgeKind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code snapshots}, {@code discovery} and the vocabulary's tables. */
class SnapshotsTest {

  private final Asking estate = new Asking(QueryModules.all(), EstateSample.published("one"));

  @AfterEach
  void stop() {
    estate.close();
  }

  @Test
  void aSnapshotSaysWhatItHoldsAndHowCompleteItIs() {
    JsonNode data = estate.data("{ snapshots { id graphHash } snapshot { id nodeCount edgeCount entryPointCount crownJewelCount completeness { percent } } }");
    assertThat(data.at("/snapshots/0/graphHash").asText()).isEqualTo(EstateSample.graph().hash());
    assertThat(data.get("snapshot").toString())
        .isEqualTo("{\"id\":\"one\",\"nodeCount\":" + EstateSample.graph().nodes().size() + ",\"edgeCount\":" + EstateSample.graph().edges().size()
            + ",\"entryPointCount\":2,\"crownJewelCount\":3,\"completeness\":{\"percent\":92}}");
  }

  @Test
  void discoveryCountsByKindAndByScopeAndNamesScopes() {
    JsonNode discovery = estate.data("{ discovery { total byKind { kind count } scopes { scope cloud name total byKind { kind count } } } }").get("discovery");
    assertThat(discovery.get("total").asInt()).isEqualTo(EstateSample.graph().nodes().size() - 1);
    assertThat(discovery.get("scopes").findValuesAsText("name")).containsExactly("harbor-shop", "Line of business", EstateSample.TENANT.id(), "world");
    assertThat(discovery.at("/scopes/1/byKind").toString())
        .isEqualTo("[{\"kind\":\"SUBSCRIPTION\",\"count\":1},{\"kind\":\"KEY_VAULT\",\"count\":1},{\"kind\":\"KEY_VAULT_SECRET\",\"count\":1}]");
    assertThat(discovery.at("/byKind").findValuesAsText("kind")).doesNotContain("AWS_CAPABILITY_SET");
  }

  @Test
  void theVocabularyIsServedAsItIs() {
    JsonNode data = estate.data("{ edgeKinds { kind class meaning attackId remediation traversable } nodeKinds { kind label title family cloud }"
        + " edgeClasses { class meaning byDefault } }");
    assertThat(data.get("edgeKinds")).hasSize(EdgeKind.values().length);
    assertThat(data.at("/edgeKinds/0").toString()).isEqualTo("{\"kind\":\"CAN_ASSUME\",\"class\":\"AUTHORIZATION\","
        + "\"meaning\":\"obtains a session of the role\",\"attackId\":\"T1078.004\",\"remediation\":\"restrict-trust\",\"traversable\":true}");
    JsonNode last = data.get("edgeKinds").get(EdgeKind.values().length - 1);
    assertThat(last.toString()).contains("\"kind\":\"CONTAINS\"").contains("\"attackId\":null");
  }

  @Test
  void whileNothingIsLoadedThereIsNoSnapshotAndQuestionsSayWhatToDo() {
    try (var empty = new GraphQlService(QueryModules.all(), Optional::empty, Limits.DEFAULT)) {
      assertThat(ask(empty, "{ snapshots { id } edgeClasses { class } }")).doesNotContain("errors");
      for (String question : new String[] {"snapshot { id }", "discovery { total }", "attackPaths { status }", "node(id: \"x\") { id }",
        "nodes { totalCount }", "blastRadius(from: \"x\") { truncated }"}) {
        assertThat(ask(empty, "{ " + question + " }")).as(question).contains("NO_SNAPSHOT").contains("drawbridge import");
      }
    }
  }

  private static String ask(GraphQlService service, String query) {
    return service.execute(new GraphQlRequest(query, null, Map.of(), Permission.READ)).body().toString();
  }
}
