package io.drawbridge.api.query;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.NodeFamily;
import io.drawbridge.graph.NodeKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a snapshot holds, counted; capability sets are left out, since nobody discovered them.
 *
 * @param byKind in the vocabulary's order, without zeros
 * @param scopes in order
 */
record Discovery(int total, List<KindCount> byKind, List<InScope> scopes, Completeness completeness) {

  /**
   * @param name what the account, subscription or tenant is called, or its id where that was not read
   */
  record InScope(Scope scope, String name, int total, List<KindCount> byKind) {}

  /** One pass over the image's nodes. */
  static Discovery of(Image image) {
    SortedMap<Scope, Map<NodeKind, Integer>> counts = new TreeMap<>();
    Map<Scope, String> names = new TreeMap<>();
    for (int node = 0; node < image.nodeCount(); node++) {
      if (!image.isSet(node)) {
        counts.computeIfAbsent(image.scope(image.scopeIndex(node)), _ -> new EnumMap<>(NodeKind.class)).merge(image.kind(node), 1, Integer::sum);
      }
      if (image.kind(node).family() == NodeFamily.CONTAINER) {
        nameScope(image, node, names);
      }
    }
    Map<NodeKind, Integer> all = new EnumMap<>(NodeKind.class);
    counts.values().forEach(inScope -> inScope.forEach((kind, count) -> all.merge(kind, count, Integer::sum)));
    List<InScope> rows = new ArrayList<>();
    counts.forEach((scope, inScope) ->
        rows.add(new InScope(scope, names.getOrDefault(scope, scope.id()), sum(inScope), KindCount.rows(inScope))));
    return new Discovery(sum(all), KindCount.rows(all), rows, image.completeness());
  }

  /** The container whose id ends with the scope's own is the scope itself, not something within it. */
  private static void nameScope(Image image, int node, Map<Scope, String> names) {
    Scope scope = image.scope(image.scopeIndex(node));
    if (image.idText(node).endsWith(scope.id()) && !image.name(node).isBlank()) {
      names.putIfAbsent(scope, image.name(node));
    }
  }

  private static int sum(Map<NodeKind, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
