package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What edges through sets of senders and receivers say of pairs of hosts, for laws that hold it against packets followed one by one. */
final class ExpandedReach {

  private ExpandedReach() {}

  /** Texts of sender, receiver and port, hosts by the last part of their ids. */
  static Set<String> of(List<Edge> edges, int[] ports) {
    Map<ResourceId, List<Edge>> from = edges.stream().collect(Collectors.groupingBy(Edge::from));
    Set<String> reached = new TreeSet<>();
    edges.stream().filter(edge -> edge.kind() == EdgeKind.CAN_REACH_SERVICE).forEach(edge -> follow(edge, from, new HashSet<>()).forEach(last -> {
      String open = ((CapabilitySetId) last.from()).capability().replace("reach-", "");
      Arrays.stream(ports).filter(port -> contains(open, port) && !edge.from().equals(last.to()))
          .forEach(port -> reached.add(name(edge.from()) + " " + name(last.to()) + " " + port));
    }));
    return reached;
  }

  /** The edges that end at a host. */
  private static List<Edge> follow(Edge edge, Map<ResourceId, List<Edge>> from, Set<ResourceId> seen) {
    if (!(edge.to() instanceof CapabilitySetId)) {
      return List.of(edge);
    }
    return seen.add(edge.to()) ? from.getOrDefault(edge.to(), List.of()).stream().flatMap(next -> follow(next, from, seen).stream()).toList() : List.of();
  }

  private static boolean contains(String ranges, int port) {
    return Arrays.stream(ranges.split(",", -1)).map(range -> range.split("-", -1))
        .anyMatch(range -> Integer.parseInt(range[0]) <= port && port <= Integer.parseInt(range[range.length - 1]));
  }

  private static String name(ResourceId id) {
    return id.text().substring(id.text().lastIndexOf('/') + 1);
  }
}
