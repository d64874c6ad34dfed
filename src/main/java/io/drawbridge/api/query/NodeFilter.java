package io.drawbridge.api.query;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.Mark;
import io.drawbridge.graph.NodeKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for nodes by what their name or id contains; one pass over the image, keeping only as many as are asked for.
 *
 * @param text empty for any; upper and lower case are the same
 * @param kinds empty for any kind but capability sets
 * @param scope empty for any
 * @param marked null for any
 */
record NodeFilter(String text, List<NodeKind> kinds, List<Cloud> clouds, String scope, Mark.@Nullable Role marked) {

  /** A node that fits; the better match first, then by name, then by id, which is the index's order. */
  private record Match(Fit fit, String name, int node) {
    static final Comparator<Match> ORDER =
        Comparator.comparing(Match::fit).thenComparing(Match::name).thenComparingInt(Match::node);
  }

  /** Best first. */
  private enum Fit {
    WHOLE_NAME,
    START_OF_NAME,
    WITHIN_NAME,
    WITHIN_ID,
    NONE
  }

  NodeFilter {
    text = ResourceId.lowerCase(text.strip());
  }

  NodeMatches matches(Image image, int most) {
    var best = new PriorityQueue<>(Match.ORDER.reversed());
    int total = 0;
    Set<Integer> scopes = scopes(image);
    for (int node : candidates(image)) {
      Fit fit = isAdmitted(image, node, scopes) ? fit(image, node) : Fit.NONE;
      if (fit != Fit.NONE) {
        total++;
        best.add(new Match(fit, image.name(node), node));
        if (best.size() > most) {
          best.poll();
        }
      }
    }
    return new NodeMatches(best.stream().sorted(Match.ORDER).map(match -> image.node(match.node)).toList(), total);
  }

  private int[] candidates(Image image) {
    return marked == null ? IntStream.range(0, image.nodeCount()).toArray() : image.marked(marked);
  }

  private Set<Integer> scopes(Image image) {
    Stream<Integer> fitting = IntStream.range(0, image.scopeCount()).filter(index -> image.scope(index).id().equals(scope)).boxed();
    return new HashSet<>(fitting.toList());
  }

  private boolean isAdmitted(Image image, int node, Set<Integer> scopes) {
    NodeKind kind = image.kind(node);
    boolean ofKind = kinds.isEmpty() ? !kind.isSet() : kinds.contains(kind);
    boolean inCloud = clouds.isEmpty() || clouds.contains(kind.cloud());
    return ofKind && inCloud && (scope.isEmpty() || scopes.contains(image.scopeIndex(node)));
  }

  private Fit fit(Image image, int node) {
    String name = ResourceId.lowerCase(image.name(node));
    if (name.equals(text)) {
      return Fit.WHOLE_NAME;
    }
    if (name.startsWith(text)) {
      return Fit.START_OF_NAME;
    }
    if (name.contains(text)) {
      return Fit.WITHIN_NAME;
    }
    return ResourceId.lowerCase(image.idText(node)).contains(text) ? Fit.WITHIN_ID : Fit.NONE;
  }
}
