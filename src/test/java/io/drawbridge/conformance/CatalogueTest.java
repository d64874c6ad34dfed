package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.aws.rules.AwsNotModelled;
import io.drawbridge.edge.aws.rules.AwsRules;
import io.drawbridge.edge.federation.FederationRules;
import io.drawbridge.edge.network.NetworkRules;
import io.drawbridge.graph.Technique;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every technique of the field's catalogue has a rule or a reason why not, and none has both. */
class CatalogueTest {

  @Test
  void everyTechniqueIsModelledOrHasAReason() throws IOException {
    SortedSet<String> wanting = new TreeSet<>(catalogue());
    wanting.removeAll(modelled());
    wanting.removeAll(reasoned());
    assertThat(wanting).as("of %d techniques, neither modelled nor explained", catalogue().size()).isEqualTo(new TreeSet<>(Conformance.expectedFailures("catalogue").keySet()));
  }

  @Test
  void noTechniqueIsBothModelledAndExplainedAway() {
    SortedSet<String> both = new TreeSet<>(modelled());
    both.retainAll(reasoned());
    assertThat(both).isEmpty();
  }

  private static SortedSet<String> modelled() {
    return Stream.of(AwsRules.EDGES, FederationRules.EDGES, NetworkRules.EDGES).flatMap(List::stream).map(EdgeRule::techniques).flatMap(techniques -> techniques.stream())
        .map(Technique::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<String> reasoned() {
    return AwsNotModelled.ALL.stream().map(AwsNotModelled.Row::id).collect(Collectors.toCollection(TreeSet::new));
  }

  private static NavigableSet<String> catalogue() throws IOException {
    Path file = Conformance.path("README.md").resolveSibling("../catalogue/aws-techniques.json");
    assumeTrue(Files.exists(file), "no catalogue at " + file);
    NavigableSet<String> ids = new TreeSet<>();
    for (JsonNode technique : Conformance.JSON.readTree(file.toFile()).path("techniques")) {
      ids.add(technique.path("id").asText());
    }
    return ids;
  }
}
