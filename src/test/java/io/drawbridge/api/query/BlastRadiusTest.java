package io.drawbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.api.EstateSample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code blastRadius}: what is in it, its pages, and what is refused. */
class BlastRadiusTest {

  private final Asking estate = new Asking(QueryModules.all(), EstateSample.published("one"));

  @AfterEach
  void stop() {
    estate.close();
  }

  @Test
  void itReachesAcrossCloudsAndCountsByCloudAndKind() {
    JsonNode radius = estate.data(
        "{ blastRadius(from: \"role/shop-web\") { byCloud { cloud count } byKind { kind count } crownJewels reached { totalCount } } }").get("blastRadius");
    assertThat(radius.get("byCloud").toString())
        .isEqualTo("[{\"cloud\":\"AWS\",\"count\":2},{\"cloud\":\"AZURE\",\"count\":2},{\"cloud\":\"ENTRA\",\"count\":2}]");
    assertThat(radius.get("byKind").findValuesAsText("kind")).contains("KEY_VAULT", "S3_BUCKET").doesNotContain("AWS_CAPABILITY_SET");
    assertThat(radius.get("crownJewels")).hasSize(3);
    assertThat(radius.at("/reached/totalCount").asInt()).isEqualTo(6);
  }

  @Test
  void whatIsReachedUnderAConditionSaysSo() {
    JsonNode radius = estate.data("{ blastRadius(from: \"lena\") { reached { edges { node { node { name } hops condition { atom { text } } } } } } }");
    assertThat(radius.findValuesAsText("text")).containsOnly("MFA was used").hasSize(2);
  }

  @Test
  void pagesOfTheReachedFollowOneAnother() {
    JsonNode first = estate.data("{ blastRadius(from: \"shop-web-1\") { reached(first: 3) { pageInfo { hasNextPage endCursor } edges { node { node { id } } } } } }");
    assertThat(first.at("/blastRadius/reached/pageInfo/hasNextPage").asBoolean()).isTrue();
    String cursor = first.at("/blastRadius/reached/pageInfo/endCursor").asText();
    JsonNode rest = estate.data("{ blastRadius(from: \"shop-web-1\") { reached(after: \"" + cursor + "\") { totalCount edges { node { node { id } } } } } }");
    assertThat(rest.at("/blastRadius/reached/edges")).hasSize(rest.at("/blastRadius/reached/totalCount").asInt() - 3);
    assertThat(rest.findValuesAsText("id")).doesNotContainAnyElementsOf(first.findValuesAsText("id"));
  }

  @Test
  void itStartsSomewhere() {
    assertThat(estate.code("{ blastRadius(from: []) { truncated } }")).isEqualTo("USAGE");
    assertThat(estate.code("{ blastRadius { truncated } }")).isEqualTo("INVALID_QUERY");
    assertThat(estate.code("{ blastRadius(from: \"nobody\") { truncated } }")).isEqualTo("UNKNOWN_ID");
    assertThat(estate.code("{ blastRadius(from: \"ledger-sync\") { truncated } }")).isEqualTo("AMBIGUOUS_ID");
    assertThat(estate.code("{ blastRadius(from: \"lena\") { reached(after: \"bm90aGluZw\") { totalCount } } }")).isEqualTo("STALE_CURSOR");
  }
}
