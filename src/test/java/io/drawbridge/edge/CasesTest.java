package io.drawbridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.aws.rules.AwsRules;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.edge.federation.FederationRules;
import io.drawbridge.edge.mark.MarkRules;
import io.drawbridge.edge.network.NetworkRules;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Edge;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.aws.AwsParsers;
import io.drawbridge.inventory.azure.AzureParsers;
import io.drawbridge.inventory.flaw.FlawParsers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Derives the estates of {@link EdgeCases} with every rule there is. */
class CasesTest {

  private static final ParserRegistry PARSERS =
      new ParserRegistry(Stream.of(AwsParsers.ALL, AzureParsers.ALL, FlawParsers.ALL).flatMap(List::stream).toList(), AzureParsers.FALLBACKS);
  private static final Map<List<JsonNode>, Derivation> DERIVED = new HashMap<>();
  private static final List<NodeRule> NODES =
      Stream.of(AwsRules.NODES, AzureRules.NODES, FederationRules.NODES, NetworkRules.NODES, MarkRules.NODES).flatMap(List::stream).toList();
  private static final List<EdgeRule> EDGES =
      Stream.of(AwsRules.EDGES, AzureRules.EDGES, FederationRules.EDGES, NetworkRules.EDGES).flatMap(List::stream).toList();

  @TestFactory
  Stream<DynamicContainer> everyCaseGivesItsEdges() {
    return EdgeCases.all().stream().map(file -> DynamicContainer.dynamicContainer(file.topic(),
        file.cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(file, one)))));
  }

  @TestFactory
  Stream<DynamicTest> nearMissesOutnumberPositives() {
    Map<String, List<EdgeCases.Case>> byArea = EdgeCases.all().stream()
        .collect(Collectors.groupingBy(EdgeCases::area, TreeMap::new, Collectors.flatMapping(file -> file.cases().stream(), Collectors.toList())));
    return byArea.entrySet().stream().map(area -> DynamicTest.dynamicTest(area.getKey(), () -> {
      long nearMisses = area.getValue().stream().filter(EdgeCases.Case::isNearMiss).count();
      assertThat(nearMisses).isGreaterThan(area.getValue().size() - nearMisses);
    }));
  }

  private static void check(EdgeCases file, EdgeCases.Case one) {
    assertThat(one.json().path("why").asText()).as("every case says why").isNotEmpty();
    assertThat(one.json().path("source").asText(file.json().path("source").asText())).as("every case has a source").isNotEmpty();
    Derivation derived = derive(one);
    List<Edge> edges = edges(file, derived);
    assertThat(edges.stream().map(CasesTest::text).sorted()).isEqualTo(one.edges());
    assertThat(edges).allSatisfy(edge -> assertThat(edge.proof().evidence()).isNotEmpty());
    assertThat(edges).extracting(Edge::technique).noneMatch(one.denies()::contains);
    assertThat(derived.gaps()).extracting(CoverageGap::operation).containsAll(one.gaps());
    assertThat(facts(derived)).containsAll(one.facts());
    if (file.json().has("marks")) {
      assertThat(marks(derived)).isEqualTo(one.marks());
    }
  }

  private static List<String> facts(Derivation derived) {
    return derived.graph().nodes().stream().flatMap(node -> node.facts().entrySet().stream().map(fact -> node.id() + " " + fact.getKey() + ": " + fact.getValue())).toList();
  }

  private static List<String> marks(Derivation derived) {
    return derived.graph().nodes().stream().flatMap(node -> node.marks().stream().map(mark -> mark.role() + " " + node.id())).sorted().toList();
  }

  private static String text(Edge edge) {
    String conditions = edge.condition().atoms().stream().map(Atom::key).sorted().map(key -> " if " + key).collect(Collectors.joining());
    String unread = edge.proof().unread().stream().map(item -> " unread " + item.operation()).sorted().distinct().collect(Collectors.joining());
    return edge.from() + " " + edge.kind() + " " + edge.to() + conditions + unread;
  }

  /** The edges that count in a file's cases. */
  static List<Edge> edges(EdgeCases file, Derivation derived) {
    List<Edge> all = derived.graph().edges();
    return (file.throughSets() ? throughSets(all) : all).stream().filter(edge -> file.kinds().contains(edge.kind().name()))
        .filter(edge -> file.leftOut().stream().noneMatch(edge.from().text()::startsWith)).toList();
  }

  /** Steps through sets as answers show them: one edge each, with both conditions; the same step by several sets is one. */
  private static List<Edge> throughSets(List<Edge> edges) {
    Map<ResourceId, List<Edge>> from = edges.stream().collect(Collectors.groupingBy(Edge::from));
    return edges.stream().filter(edge -> !(edge.from() instanceof CapabilitySetId)).flatMap(edge -> follow(edge, from)).filter(edge -> !edge.from().equals(edge.to()))
        .collect(Collectors.toMap(CasesTest::text, edge -> edge, (first, other) -> first, TreeMap::new)).values().stream().toList();
  }

  private static Stream<Edge> follow(Edge edge, Map<ResourceId, List<Edge>> from) {
    if (!(edge.to() instanceof CapabilitySetId)) {
      return Stream.of(edge);
    }
    return from.getOrDefault(edge.to(), List.of()).stream().flatMap(next -> follow(new Edge(edge.from(), next.to(), edge.kind(), edge.technique(),
        edge.condition().and(next.condition()), edge.proof().and(next.proof()), edge.cost() + next.cost(), edge.lasting()), from));
  }

  /** Several tests look at every case: each is derived once. */
  static Derivation derive(EdgeCases.Case one) {
    return DERIVED.computeIfAbsent(one.documents(), CasesTest::derive);
  }

  static Derivation derive(List<JsonNode> items) {
    Estate estate = estate(items);
    return MarkRules.over(estate, Derivation.of(estate, NODES, EDGES));
  }

  static Estate estate(List<JsonNode> items) {
    List<Document> documents = new ArrayList<>();
    List<CoverageEntry> coverage = new ArrayList<>();
    for (JsonNode item : items) {
      Document document = document(item);
      CoverageStatus status = CoverageStatus.valueOf(item.path("status").asText("COMPLETE"));
      coverage.add(new CoverageEntry(document.scope(), document.region(), document.operation(), document.subject(), status, "",
          Instant.parse(item.path("readAt").asText("1970-01-01T00:00:00Z"))));
      if (status == CoverageStatus.COMPLETE || status == CoverageStatus.PARTIAL) {
        documents.add(document);
      }
    }
    InventoryBuilder inventory = PARSERS.parse(documents);
    return new Estate(inventory.build(), new Coverage(coverage, inventory.malformed()));
  }

  private static Document document(JsonNode item) {
    return new Document(Operation.parse(item.path("operation").asText()), scope(item), item.path("region").asText(CoverageEntry.GLOBAL),
        item.path("subject").asText(""), new TreeMap<>(), item.path("body"), SnapshotId.IN_MEMORY, "case");
  }

  private static Scope scope(JsonNode item) {
    if (item.has("account")) {
      return Scope.account(item.path("account").asText());
    }
    if (item.has("subscription")) {
      return Scope.subscription(item.path("subscription").asText());
    }
    if (item.path("scope").asText().equals(Scope.WORLD.id())) {
      return Scope.WORLD;
    }
    return item.has("tenant") ? Scope.tenant(item.path("tenant").asText()) : new Scope(Cloud.AZURE, item.path("scope").asText());
  }
}
