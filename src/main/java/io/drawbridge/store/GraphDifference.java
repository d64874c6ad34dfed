package io.drawbridge.store;

import io.drawbridge.engine.Image;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Graph;
import io.drawbridge.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What has to happen to a stored graph so that it becomes another one.
 *
 * <p>Both graphs are in order, so one walk over both finds it: time and reads are linear, and of the old graph one node or edge
 * is in memory at a time. In which snapshot evidence was read makes no difference.
 *
 * @param putEvidence evidence that is stored nowhere yet
 * @param putNodes nodes that are new or say something else
 * @param retireEdges edges that are no longer true, as they were
 * @param putEdges edges that are new or say something else
 * @param retireNodes nodes that are gone, as they were
 * @param dropEvidence evidence that nothing refers to any more
 */
public record GraphDifference(
    List<Evidence> putEvidence,
    List<Node> putNodes,
    List<Edge> retireEdges,
    List<Edge> putEdges,
    List<Node> retireNodes,
    List<Evidence> dropEvidence) {

  /** From the image of the stored graph, or from nothing. */
  public static GraphDifference between(Optional<Image> stored, Graph next) {
    var nodes = new Walk<Node>();
    var edges = new Walk<Edge>();
    var before = new LinkedHashSet<EvidenceId>();
    stored.ifPresent(image -> {
      nodes.old(image.nodeCount(), image::node);
      edges.old(image.edgeCount(), index -> noting(image.edge(index), before));
    });
    nodes.run(next.nodes(), Node::equals, (a, b) -> a.id().compareTo(b.id()));
    edges.run(next.edges(), GraphDifference::saysTheSame, Edge::compareTo);
    var after = new LinkedHashSet<EvidenceId>();
    next.edges().forEach(edge -> noting(edge, after));
    return new GraphDifference(without(after, before), nodes.put, edges.retired, edges.put, nodes.retired, without(before, after));
  }

  /** How many changes there are. */
  public long size() {
    return (long) putEvidence.size() + putNodes.size() + retireEdges.size() + putEdges.size() + retireNodes.size() + dropEvidence.size();
  }

  private static Edge noting(Edge edge, Set<EvidenceId> seen) {
    edge.proof().evidence().forEach(item -> seen.add(new EvidenceId(item)));
    return edge;
  }

  private static List<Evidence> without(Set<EvidenceId> all, Set<EvidenceId> known) {
    return all.stream().filter(id -> !known.contains(id)).map(EvidenceId::evidence).toList();
  }

  private static boolean saysTheSame(Edge a, Edge b) {
    return a.cost() == b.cost()
        && a.outlives().equals(b.outlives())
        && a.condition().equals(b.condition())
        && a.proof().unread().equals(b.proof().unread())
        && evidenceIds(a).equals(evidenceIds(b));
  }

  private static List<EvidenceId> evidenceIds(Edge edge) {
    return edge.proof().evidence().stream().map(EvidenceId::new).distinct().toList();
  }

  /** Evidence, equal to the same evidence read in another snapshot. */
  private record EvidenceId(Evidence evidence) {

    @Override
    public boolean equals(Object other) {
      return other instanceof EvidenceId(Evidence that)
          && evidence.side() == that.side()
          && evidence.statement().equals(that.statement())
          && evidence.scope().equals(that.scope());
    }

    @Override
    public int hashCode() {
      return 31 * evidence.statement().hashCode() + evidence.scope().hashCode();
    }
  }

  /** A walk over an old and a new list in the same order. */
  private static final class Walk<T> {

    private final List<T> put = new ArrayList<>();
    private final List<T> retired = new ArrayList<>();
    private int oldSize;
    private IntFunction<T> old = index -> {
      throw new IndexOutOfBoundsException(index);
    };

    void old(int size, IntFunction<T> items) {
      oldSize = size;
      old = items;
    }

    void run(List<T> next, java.util.function.BiPredicate<T, T> same, java.util.Comparator<T> order) {
      int i = 0;
      for (int j = 0; j < oldSize; j++) {
        T was = old.apply(j);
        while (i < next.size() && order.compare(next.get(i), was) < 0) {
          put.add(next.get(i++));
        }
        if (i == next.size() || order.compare(next.get(i), was) > 0) {
          retired.add(was);
        } else if (!same.test(was, next.get(i++))) {
          put.add(next.get(i - 1));
        }
      }
      put.addAll(next.subList(i, next.size()));
    }
  }
}
