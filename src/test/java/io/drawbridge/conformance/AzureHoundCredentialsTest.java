package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportProgress;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.InputLimits;
import io.drawbridge.collect.foreign.ForeignFiles;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.federation.FederationRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.azure.AzureParsers;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** AzureHound's federated credentials give exactly the pairs of subject and application that BloodHound's own graph has. */
class AzureHoundCredentialsTest {

  private static final String FOLDER = "azure/azurehound/";

  @Test
  void everyCredentialLeadsToItsApplicationAndNothingElseDoes() throws IOException {
    assertThat(drawn()).isEqualTo(expected()).hasSizeGreaterThan(9);
  }

  private static SortedSet<String> expected() throws IOException {
    JsonNode graph = Conformance.json(FOLDER + "federated_identity_credentials.expected.json");
    Map<String, String> subjects = new HashMap<>();
    graph.path("nodes").forEach(node -> subjects.put(node.path("id").asText(), node.path("properties").path("subject").asText("")));
    SortedSet<String> pairs = new TreeSet<>();
    graph.path("edges").forEach(edge -> pairs.add(subjects.get(edge.path("start").asText()) + " -> " + ResourceId.lowerCase(edge.path("end").asText())));
    return pairs;
  }

  private static SortedSet<String> drawn() {
    ImportResult read = ForeignFiles.read(List.of(Conformance.path(FOLDER + "federated_identity_credentials.json")),
        new ImportOptions("", "", "0a0a0a0a-0000-4000-8000-000000000001", InputLimits.ofThisMachine()), ImportProgress.SILENT);
    InventoryBuilder inventory = new ParserRegistry(AzureParsers.ALL, AzureParsers.FALLBACKS).parse(read.documents());
    var estate = new Estate(inventory.build(), new Coverage(read.coverage(), inventory.malformed()));
    SortedSet<String> pairs = new TreeSet<>();
    for (Edge edge : Derivation.of(estate, FederationRules.NODES, FederationRules.EDGES).graph().edges()) {
      if (edge.kind() == EdgeKind.CAN_FEDERATE && edge.to() instanceof EntraId application) {
        edge.proof().evidence().stream().filter(item -> item.statement().pointer().equals("/subject"))
            .forEach(item -> pairs.add(item.statement().excerpt() + " -> " + application.objectId()));
      }
    }
    return pairs;
  }
}
