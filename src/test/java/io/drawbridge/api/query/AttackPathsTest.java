package io.drawbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.analysis.NodeFinder;
import io.drawbridge.analysis.attackpath.AttackPathAnswer;
import io.drawbridge.analysis.attackpath.AttackPathQuestion;
import io.drawbridge.analysis.attackpath.AttackPathSearch;
import io.drawbridge.api.EstateSample;
import io.drawbridge.api.Samples;
import io.drawbridge.engine.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code attackPaths}: the connection, its pages, and what is refused. */
class AttackPathsTest {

  private final AtomicInteger searches = new AtomicInteger();
  private final Asking estate = new Asking(
      List.of(new SharedTypes(), new AttackPaths(new Answers<>(this::search), NodeFinder::find)), EstateSample.published("first"));

  @AfterEach
  void stop() {
    estate.close();
  }

  @Test
  void withoutEndsEveryEntryPointIsAskedAboutEveryCrownJewel() {
    JsonNode answer = estate.data("{ attackPaths { status totalCount edges { node { entry { name } target { name } clouds } } } }").get("attackPaths");
    assertThat(answer.get("status").asText()).isEqualTo("PATHS");
    assertThat(answer.get("totalCount").asInt()).isEqualTo(answer.get("edges").size()).isEqualTo(4);
    assertThat(answer.findValuesAsText("name")).contains("the internet", "lena", "core-banking-db", "harbor-orders");
  }

  @Test
  void aPathAcrossCloudsShowsItsHopsWithBothProofs() {
    JsonNode path = path("from: \"external://internet\", to: \"core-banking-db\"");
    assertThat(path.get("clouds").toString()).isEqualTo("[\"AWS\",\"AZURE\"]");
    assertThat(path.at("/hops/2/edge/kind").asText()).isEqualTo("CAN_FEDERATE");
    assertThat(path.at("/hops/2/edge").findValuesAsText("side")).containsExactly("GRANT", "TRUST");
    assertThat(path.at("/unread/0/operation").asText()).isEqualTo("arm:microsoft.authorization/denyassignments");
    assertThat(path.get("nodes").size()).isEqualTo(path.get("hops").size() + 1);
  }

  @Test
  void aStepThroughACapabilitySetIsOneHopOfTwoParts() {
    JsonNode path = path("from: \"external://internet\", to: \"harbor-orders\"");
    assertThat(path.findValuesAsText("id")).noneMatch(id -> id.startsWith("set://"));
    assertThat(path.at("/hops/2/parts").size()).isEqualTo(2);
    assertThat(path.at("/hops/2/edge").findValuesAsText("side")).containsExactly("GRANT", "RESTRICT");
  }

  @Test
  void aConditionIsAskedForUnlessItIsAssumed() {
    assertThat(path("from: \"lena\", to: \"harbor-orders\"").at("/condition/0/atom/key").asText()).isEqualTo("aws:MultiFactorAuthPresent");
    assertThat(path("from: \"lena\", to: \"harbor-orders\", assume: \"aws:MultiFactorAuthPresent\"").get("condition").isEmpty()).isTrue();
    assertThat(status("from: \"lena\", to: \"harbor-orders\", assume: \"!aws:MultiFactorAuthPresent\"")).startsWith("NONE");
  }

  @Test
  void classesAndHopsBoundTheSearch() {
    String toVault = "from: \"external://internet\", to: \"core-banking-db\"";
    assertThat(status(toVault + ", classes: [NETWORK, STRUCTURE]")).startsWith("NONE");
    assertThat(status(toVault + ", classes: [NETWORK, STRUCTURE], addClasses: [AUTHORIZATION]")).isEqualTo("PATHS");
    assertThat(status(toVault + ", maxHops: 4")).startsWith("NONE");
    assertThat(status(toVault + ", maxHops: 5")).isEqualTo("PATHS");
  }

  @Test
  void pagesFollowOneAnotherWithoutGapOrRepetition() {
    List<String> whole = ids(estate.data("{ attackPaths { edges { node { id } } } }"));
    List<String> paged = new ArrayList<>();
    String after = "";
    for (boolean more = true; more; ) {
      JsonNode page = estate.data("{ attackPaths(first: 1" + after + ") { pageInfo { hasNextPage hasPreviousPage endCursor } edges { node { id } } } }");
      assertThat(page.at("/attackPaths/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(!after.isEmpty());
      paged.addAll(ids(page));
      more = page.at("/attackPaths/pageInfo/hasNextPage").asBoolean();
      after = ", after: \"" + page.at("/attackPaths/pageInfo/endCursor").asText() + "\"";
    }
    assertThat(paged).isEqualTo(whole);
    assertThat(searches).as("all pages come from one search").hasValue(1);
  }

  @Test
  void aPathIsFoundByItsIdWhateverThePage() {
    List<String> whole = ids(estate.data("{ attackPaths { edges { node { id } } } }"));
    JsonNode last = estate.data("{ attackPaths(first: 1) { path(id: \"" + whole.getLast() + "\") { id } } }");
    assertThat(last.at("/attackPaths/path/id").asText()).isEqualTo(whole.getLast());
    assertThat(estate.data("{ attackPaths { path(id: \"00\") { id } } }").at("/attackPaths/path").isNull()).isTrue();
  }

  @Test
  void aCursorStaysGoodInTheNextSnapshotAndGoesStaleWithItsRow() {
    String page = "{ attackPaths(first: 1, after: \"" + endCursor() + "\") { snapshot edges { node { id } } } }";
    List<String> before = ids(estate.data(page));
    estate.publish(EstateSample.published("second"));
    assertThat(estate.data(page).at("/attackPaths/snapshot").asText()).isEqualTo("second");
    assertThat(ids(estate.data(page))).isEqualTo(before);
    estate.publish(Samples.published("empty"));
    assertThat(estate.code(page)).isEqualTo("STALE_CURSOR");
  }

  @Test
  void aNewSnapshotIsSearchedAnew() {
    estate.data("{ a: attackPaths { totalCount } b: attackPaths(first: 1) { totalCount } }");
    assertThat(searches).hasValue(1);
    estate.publish(EstateSample.published("second"));
    estate.data("{ attackPaths { totalCount } }");
    assertThat(searches).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "from: \"nobody\" | UNKNOWN_ID",
    "to: \"ledger-sync\" | AMBIGUOUS_ID",
    "first: 0 | USAGE",
    "first: 201 | USAGE",
    "k: 0 | USAGE",
    "maxHops: 0 | USAGE",
    "assume: \"\" | USAGE",
    "after: \"no cursor!\" | USAGE",
    "after: \"bm90aGluZw\" | STALE_CURSOR",
    "deadline: \"-PT1S\" | USAGE",
    "classes: [NOTHING] | INVALID_QUERY",
  })
  void whatCannotBeAnsweredIsRefusedWithItsCode(String arguments, String code) {
    assertThat(estate.code("{ attackPaths(" + arguments + ") { totalCount } }")).isEqualTo(code);
  }

  @Test
  void aRequestCannotAskForManySearches() {
    var query = new StringBuilder("{ ");
    for (int i = 1; i <= 13; i++) {
      query.append("a").append(i).append(": attackPaths(k: ").append(i).append(") { totalCount } ");
    }
    assertThat(estate.code(query + "}")).isEqualTo("LIMIT_EXCEEDED");
    assertThat(searches).hasValue(0);
  }

  @Test
  void aSearchThatWasRefusedIsNotRemembered() {
    var broken = new AtomicInteger();
    Search<AttackPathQuestion, AttackPathAnswer> twice = (image, question) -> {
      if (broken.getAndIncrement() == 0) {
        throw new IllegalStateException("first time");
      }
      return AttackPathSearch.answer(image, question);
    };
    try (var asking = new Asking(List.of(new SharedTypes(), new AttackPaths(new Answers<>(twice), NodeFinder::find)), EstateSample.published("x"))) {
      assertThat(asking.code("{ attackPaths { totalCount } }")).isEqualTo("INTERNAL");
      assertThat(asking.data("{ attackPaths { totalCount } }").at("/attackPaths/totalCount").asInt()).isEqualTo(4);
    }
  }

  @Test
  void everyAnswerSaysHowCompleteItIs() {
    JsonNode answer = estate.data("{ attackPaths { completeness { percent gapCount gaps(first: 2) { status } } leftOut { class edges } } }");
    assertThat(answer.at("/attackPaths/completeness").toString())
        .isEqualTo("{\"percent\":92,\"gapCount\":3,\"gaps\":[{\"status\":\"DENIED\"},{\"status\":\"NEVER_COLLECTED\"}]}");
    assertThat(answer.at("/attackPaths/leftOut").isArray()).isTrue();
  }

  private AttackPathAnswer search(Image image, AttackPathQuestion question) {
    searches.incrementAndGet();
    return AttackPathSearch.answer(image, question);
  }

  private String status(String arguments) {
    return estate.data("{ attackPaths(" + arguments + ") { status } }").at("/attackPaths/status").asText();
  }

  private JsonNode path(String arguments) {
    return estate.data("{ attackPaths(" + arguments + ") { edges { node { clouds nodes { id } condition { hop atom { key } } unread { operation }"
        + " hops { parts edge { kind evidence { side } } } } } } }").at("/attackPaths/edges/0/node");
  }

  private String endCursor() {
    return estate.data("{ attackPaths(first: 1) { pageInfo { endCursor } } }").at("/attackPaths/pageInfo/endCursor").asText();
  }

  private static List<String> ids(JsonNode data) {
    return data.at("/attackPaths/edges").findValuesAsText("id");
  }
}
