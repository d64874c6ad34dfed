package io.drawbridge.edge.mark;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeClass;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.Mark.Role;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeFamily;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.graph.StatedMark;
import io.drawbridge.graph.StatedMark.Statement;
import io.drawbridge.graph.StatedMarks;
import io.drawbridge.inventory.aws.OrganizationAccount;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Marks that follow from how control passes: what anybody may become or call, accounts and tenants of others that are let in, pipelines that act
 * in the estate, backups.
 *
 * <p>One walk over the edges. <b>Not modelled:</b> what anybody enters by a set or on a condition alone: the internet itself is a start; principals
 * that were not collected, which may be one's own.
 */
final class GraphMarks {

  /** Whose tokens anybody gets who opens an account there. */
  private static final Set<ResourceId> ANYBODY = Set.of(ExternalId.INTERNET, new ExternalId("issuer", "token.actions.githubusercontent.com"));

  private static final Set<String> PIPELINES = Set.of("codebuild", "codepipeline");

  private final Map<ResourceId, Node> nodes = new HashMap<>();
  private final Map<ResourceId, Set<Mark>> marks = new HashMap<>();
  private final Set<String> ours = new HashSet<>();

  private GraphMarks(Estate estate, Graph graph) {
    estate.coverage().scopes().forEach(scope -> ours.add(scope.id()));
    estate.inventory().all(OrganizationAccount.class).forEach(account -> ours.add(account.accountId()));
    for (Node node : graph.nodes()) {
      nodes.put(node.id(), node);
      if (node.kind() == NodeKind.BACKUP_ITEM) {
        mark(node.id(), Role.CROWN_JEWEL, "a backup: what was lost is restored from it");
      }
    }
    graph.edges().stream().filter(edge -> edge.kind().traversable()).forEach(this::add);
  }

  /** The same graph with these marks as well, and without those that tags switch off. */
  static Derivation over(Estate estate, Derivation derived) {
    var found = new GraphMarks(estate, derived.graph());
    List<Node> marked = derived.graph().nodes().stream().map(found::marked).toList();
    return new Derivation(new Graph(switchedOff(estate).over(marked), derived.graph().edges()), derived.gaps());
  }

  private static StatedMarks switchedOff(Estate estate) {
    var stated = new StatedMarks();
    Tagged.all(estate).forEach(tagged -> {
      if (TagWords.isDenied(tagged.tags(), "crown-jewel")) {
        stated.add(tagged.id(), tag(tagged, Statement.NOT_CROWN_JEWEL));
      }
      if (TagWords.isDenied(tagged.tags(), "entry-point") && TagWords.stated(tagged.tags(), "compromised", "").isEmpty()) {
        stated.add(tagged.id(), tag(tagged, Statement.NOT_ENTRY_POINT));
      }
    });
    return stated;
  }

  private static StatedMark tag(Tagged tagged, Statement statement) {
    return new StatedMark(tagged.id().text(), statement, "its tag", "the value is `false`", "the tags");
  }

  private void add(Edge edge) {
    boolean granted = edge.kind().edgeClass() == EdgeClass.AUTHORIZATION;
    Node from = Objects.requireNonNull(nodes.get(edge.from()));
    Node to = Objects.requireNonNull(nodes.get(edge.to()));
    if (granted && ANYBODY.contains(edge.from()) && isTakenOver(to) && edge.condition().atoms().isEmpty()) {
      mark(edge.to(), Role.ENTRY_POINT, "whoever wants to " + edge.kind().meaning());
    }
    if (granted && ANYBODY.contains(edge.from())) {
      mark(edge.from(), Role.ENTRY_POINT, "anybody");
    }
    if (edge.from().equals(ExternalId.INTERNET) && to.kind() == NodeKind.LAMBDA_FUNCTION && asksForFlawsAlone(edge)) {
      mark(edge.to(), Role.ENTRY_POINT, "a public function: its code takes what anybody sends");
    }
    if (granted && isForeign(from)) {
      mark(edge.from(), Role.ENTRY_POINT, "belongs to others, and is let in by what is ours");
    }
    if (edge.kind() == EdgeKind.RUNS_AS && edge.from() instanceof Arn arn && PIPELINES.contains(arn.service())) {
      mark(edge.from(), Role.CROWN_JEWEL, "a pipeline: what it builds and deploys is trusted");
    }
  }

  private static boolean asksForFlawsAlone(Edge edge) {
    return edge.condition().atoms().stream().allMatch(atom -> atom.key().startsWith("flaw:"));
  }

  private static boolean isTakenOver(Node node) {
    NodeFamily family = node.kind().family();
    return family == NodeFamily.COMPUTE || family == NodeFamily.IDENTITY;
  }

  private boolean isForeign(Node node) {
    boolean outside = node.kind() == NodeKind.FOREIGN_AWS_ACCOUNT || node.kind() == NodeKind.FOREIGN_TENANT;
    return outside && node.id() instanceof ExternalId external && !ours.contains(external.name());
  }

  private void mark(ResourceId id, Role role, String reason) {
    marks.computeIfAbsent(id, none -> new HashSet<>()).add(new Mark(role, reason));
  }

  private Node marked(Node node) {
    Node marked = node;
    for (Mark mark : marks.getOrDefault(node.id(), Set.of())) {
      marked = marked.withMark(mark.role(), mark.reason());
    }
    return marked;
  }
}
