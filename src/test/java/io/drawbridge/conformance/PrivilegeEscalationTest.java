package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportProgress;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.InputLimits;
import io.drawbridge.collect.foreign.ForeignFiles;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.rules.AwsRules;
import io.drawbridge.edge.network.NetworkRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Graph;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.aws.AwsParsers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who becomes an administrator in accounts that others built for trying tools on, with what looks like a way and is none. */
class PrivilegeEscalationTest {

  private static final String VULNERABLE = "aws/privesc/iam-vulnerable/";
  private static final String LABS = "aws/privesc/pathfinding-labs/";

  @Test
  void thePrincipalsOfTheVulnerableAccountEscalateOrNot() throws IOException {
    JsonNode expected = Conformance.json(VULNERABLE + "expected.json");
    String account = expected.path("account").asText();
    Map<ResourceId, List<Edge>> graph = graph(Map.of(account, VULNERABLE + "account-authorization-details.with-resource-modules.json"), VULNERABLE + "resources.json");
    Map<String, String> differences = new TreeMap<>();
    for (JsonNode scenario : expected.path("scenarios")) {
      for (JsonNode principal : scenario.path("principals")) {
        String arn = principal.path("arn").asText();
        boolean escalates = reached(graph, arn).contains(administrator(account));
        if (principal.path("escalatesStrict").isBoolean() && escalates != principal.path("escalatesStrict").asBoolean()) {
          differences.put(arn.substring(arn.lastIndexOf(':') + 1), escalates ? "escalates" : "does not escalate");
        }
      }
    }
    for (JsonNode principal : expected.path("common").path("notEscalating")) {
      assertThat(reached(graph, principal.asText())).doesNotContain(administrator(account));
    }
    for (JsonNode principal : expected.path("common").path("alreadyPrivileged")) {
      assertThat(reached(graph, principal.asText())).contains(administrator(account));
    }
    assertSame("iam-vulnerable", differences);
  }

  @Test
  void theExactScenariosOfTheLabsReachTheirGoals() throws IOException {
    JsonNode expected = Conformance.json(LABS + "expected.json");
    Map<String, String> files = new TreeMap<>();
    for (String environment : List.of("prod", "dev", "operations", "attacker")) {
      files.put(expected.path("accounts").path(environment).asText(), LABS + "account-authorization-details." + environment + ".json");
    }
    Map<ResourceId, List<Edge>> graph = graph(files, LABS + "resources.json");
    Map<String, String> differences = new TreeMap<>();
    int graded = 0;
    for (JsonNode scenario : expected.path("scenarios")) {
      if (scenario.path("quality").asText().equals("exact")) {
        graded++;
        Set<ResourceId> reached = reached(graph, scenario.path("start").asText());
        if (goals(scenario, expected.path("accounts").path("prod").asText()).stream().noneMatch(reached::contains)) {
          differences.put(scenario.path("id").asText(), scenario.path("summary").asText());
        }
      }
    }
    assertThat(graded).isGreaterThan(30);
    assertSame("pathfinding-labs", differences);
  }

  /** The bucket; or the account's administrator. */
  private static List<ResourceId> goals(JsonNode scenario, String account) {
    return scenario.path("target").asText().equals("to-bucket")
        ? ResourceId.parse(scenario.path("goal").asText()).stream().toList() : List.of(administrator(account));
  }

  private static ResourceId administrator(String account) {
    return new ResourceId.PrivilegeId(account, "AccountAdmin");
  }

  /** What differs is what is listed with its reason, all of it. */
  private static void assertSame(String set, Map<String, String> differences) throws IOException {
    assertThat(Conformance.expectedFailures(set).keySet()).as("differences: %s", differences).isEqualTo(differences.keySet());
  }

  private static Map<ResourceId, List<Edge>> graph(Map<String, String> files, String resources) throws IOException {
    List<Document> documents = new ArrayList<>(TerraformResources.documents(resources, files.keySet()));
    List<CoverageEntry> coverage = new ArrayList<>();
    documents.forEach(document -> coverage.add(new CoverageEntry(document.scope(), document.region(), document.operation(), "", CoverageStatus.COMPLETE, "", Instant.EPOCH)));
    for (Map.Entry<String, String> file : files.entrySet()) {
      ImportResult read = ForeignFiles.read(List.of(Conformance.path(file.getValue())),
          new ImportOptions(file.getKey(), "global", "", InputLimits.ofThisMachine()), ImportProgress.SILENT);
      documents.addAll(read.documents());
      coverage.addAll(read.coverage());
    }
    InventoryBuilder inventory = new ParserRegistry(AwsParsers.ALL, List.of()).parse(documents);
    List<EdgeRule> rules = Stream.of(AwsRules.EDGES, NetworkRules.EDGES).flatMap(List::stream).toList();
    Graph graph = Derivation.of(new Estate(inventory.build(), new Coverage(coverage, inventory.malformed())), AwsRules.NODES, rules).graph();
    Map<ResourceId, List<Edge>> outgoing = new HashMap<>();
    graph.edges().forEach(edge -> outgoing.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge));
    return outgoing;
  }

  private static Set<ResourceId> reached(Map<ResourceId, List<Edge>> graph, String start) {
    Set<ResourceId> reached = new HashSet<>();
    Deque<ResourceId> open = new ArrayDeque<>(ResourceId.parse(start).stream().toList());
    while (!open.isEmpty()) {
      ResourceId at = open.remove();
      Stream<Edge> onward = graph.getOrDefault(at, List.of()).stream().filter(edge -> edge.kind().traversable());
      if (reached.add(at)) {
        onward.map(Edge::to).forEach(open::add);
      }
    }
    return reached;
  }
}
