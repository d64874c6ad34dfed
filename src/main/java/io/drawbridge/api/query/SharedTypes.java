package io.drawbridge.api.query;

import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.analysis.LeftOut;
import io.drawbridge.api.QueryModule;
import io.drawbridge.api.Vocabulary;
import io.drawbridge.cloud.Cloud;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeClass;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.graph.Unread;
import java.util.List;
import java.util.Map;

/** What every topic's answers are made of: nodes, edges, proof, conditions, and how complete the data was. */
final class SharedTypes implements QueryModule {

  private static final int MOST_GAPS = 1_000;

  /** How many edges of a class an answer left out. */
  record LeftOutCount(EdgeClass edgeClass, int edges) {}

  record Fact(String key, String value) {}

  @Override
  public String topic() {
    return "shared";
  }

  @Override
  public List<Vocabulary<?>> vocabularies() {
    return List.of(
        Vocabulary.of(Cloud.class, "Where a thing lives.", SharedTypes::meaning),
        Vocabulary.of(NodeKind.class, "What a node is.", NodeKind::title),
        Vocabulary.of(EdgeKind.class, "How control passes from one node to another; read as: who controls the start …", EdgeKind::meaning),
        Vocabulary.of(EdgeClass.class, "Families of edges that a question may include or leave out.", EdgeClass::meaning),
        new Vocabulary<>(Evidence.Side.class, "EvidenceSide", "Which half of a hop a document proves.", SharedTypes::meaning),
        new Vocabulary<>(Mark.Role.class, "MarkRole", "The two ends of the default question.", SharedTypes::meaning));
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    Fields.of("Node", Node.class)
        .field("id", node -> node.id().text())
        .field("label", node -> node.kind().label())
        .field("scope", node -> node.scope().id())
        .field("facts", SharedTypes::facts)
        .addTo(wiring);
    Fields.of("Edge", Edge.class)
        .field("key", edge -> edge.key().value())
        .field("from", edge -> edge.from().text())
        .field("to", edge -> edge.to().text())
        .field("class", edge -> edge.kind().edgeClass())
        .field("traversable", edge -> edge.kind().traversable())
        .field("condition", edge -> edge.condition().atoms())
        .field("unread", edge -> edge.proof().unread())
        .field("evidence", edge -> edge.proof().evidence())
        .field("outlives", Edge::lasting)
        .addTo(wiring);
    Fields.of("Atom", Atom.class).field("subject", atom -> atom.subject().text()).addTo(wiring);
    Fields.of("Evidence", Evidence.class)
        .field("document", evidence -> evidence.statement().document())
        .field("pointer", evidence -> evidence.statement().pointer())
        .field("label", evidence -> evidence.statement().label())
        .field("excerpt", evidence -> evidence.statement().excerpt())
        .field("scope", evidence -> evidence.scope().id())
        .field("snapshot", evidence -> evidence.snapshot().value())
        .addTo(wiring);
    Fields.of("Unread", Unread.class).field("scope", unread -> unread.scope().id()).addTo(wiring);
    Fields.of("LeftOutCount", LeftOutCount.class).field("class", LeftOutCount::edgeClass).addTo(wiring);
    Fields.of("Completeness", Completeness.class)
        .field("gapCount", completeness -> completeness.gaps().size())
        .field("gaps", (completeness, field) -> firstGaps(completeness, Arguments.first(field, MOST_GAPS)))
        .addTo(wiring);
    Fields.of("Gap", CoverageGap.class).field("scope", gap -> gap.scope().id()).field("cloud", gap -> gap.scope().cloud()).addTo(wiring);
  }

  /** A map by class as rows, since GraphQL has no maps. */
  static List<LeftOutCount> rows(LeftOut leftOut) {
    return leftOut.edges().entrySet().stream().map(entry -> new LeftOutCount(entry.getKey(), entry.getValue())).toList();
  }

  private static List<CoverageGap> firstGaps(Completeness completeness, int most) {
    return completeness.gaps().subList(0, Math.min(most, completeness.gaps().size()));
  }

  private static List<Fact> facts(Node node) {
    return node.facts().entrySet().stream().map((Map.Entry<String, String> fact) -> new Fact(fact.getKey(), fact.getValue())).toList();
  }

  private static String meaning(Cloud cloud) {
    return switch (cloud) {
      case AWS -> "Amazon Web Services";
      case AZURE -> "the resource plane of Microsoft Azure";
      case ENTRA -> "the Microsoft Entra directory";
      case EXTERNAL -> "the world outside: the internet, repositories, vendors, foreign accounts and tenants";
    };
  }

  private static String meaning(Evidence.Side side) {
    return switch (side) {
      case GRANT -> "what grants: a policy's statement or a role assignment";
      case TRUST -> "what lets somebody in: a trust policy or a federated credential";
      case RESTRICT -> "what could have forbidden it, and did not";
      case NETWORK -> "what lets packets through";
      case FACT -> "a plain fact, such as a membership";
    };
  }

  private static String meaning(Mark.Role role) {
    return switch (role) {
      case ENTRY_POINT -> "where attackers start";
      case CROWN_JEWEL -> "what must not fall";
    };
  }
}
