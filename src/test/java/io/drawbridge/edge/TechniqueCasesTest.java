package io.drawbridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.edge.aws.rules.AwsRules;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.edge.federation.FederationRules;
import io.drawbridge.edge.network.NetworkRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Technique;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every technique of AWS, of Azure, and of trust in tokens, is produced by a case, and denied by two near misses in a file that also produces it. */
class TechniqueCasesTest {

  @Test
  void everyTechniqueIsProducedAndDenied() {
    Set<String> produced = new HashSet<>();
    Map<String, Integer> denied = new TreeMap<>();
    for (EdgeCases file : EdgeCases.all()) {
      Set<String> here = new HashSet<>();
      file.cases().forEach(one -> CasesTest.edges(file, CasesTest.derive(one)).stream().map(Edge::technique).forEach(here::add));
      file.cases().stream().flatMap(one -> one.denies().stream()).filter(here::contains).forEach(id -> denied.merge(id, 1, Integer::sum));
      produced.addAll(here);
    }
    Set<String> wanting = new TreeSet<>();
    Stream.of(AwsRules.EDGES, AzureRules.EDGES, FederationRules.EDGES, NetworkRules.EDGES).flatMap(List::stream).flatMap(rule -> rule.techniques().stream())
        .map(Technique::id)
        .filter(id -> !produced.contains(id) || denied.getOrDefault(id, 0) < 2).forEach(wanting::add);
    assertThat(wanting).as("techniques without a case or without two near misses").isEmpty();
  }
}
