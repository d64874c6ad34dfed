package io.drawbridge.analysis;

import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A route in one sentence, with the names that people know; printers escape what strangers put into names. */
final class PathSummary {

  private static final int MOST_STEPS = 6;
  private static final double PERCENT = 100;

  private PathSummary() {}

  static String of(Route route) {
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < route.hops().size(); i++) {
      steps.add(route.hops().get(i).edge().kind().meaning() + " (" + named(route.nodes().get(i + 1)) + ")");
    }
    String likelihood = String.format(Locale.ROOT, "%.0f %%", PERCENT * route.likelihood());
    return attacker(route.entry()) + " " + String.join(", then ", shortened(steps)) + "; likelihood " + likelihood
        + conditions(route) + ".";
  }

  private static String attacker(Node entry) {
    return entry.kind() == NodeKind.INTERNET ? "Anyone on the internet" : "Who controls " + named(entry);
  }

  private static List<String> shortened(List<String> steps) {
    if (steps.size() <= MOST_STEPS) {
      return steps;
    }
    List<String> few = new ArrayList<>(steps.subList(0, MOST_STEPS / 2));
    few.add("takes " + (steps.size() - MOST_STEPS) + " more steps");
    few.addAll(steps.subList(steps.size() - MOST_STEPS / 2, steps.size()));
    return few;
  }

  private static String conditions(Route route) {
    return route.condition().isEmpty() ? ""
        : route.condition().stream().map(atom -> atom.atom().text()).distinct().collect(Collectors.joining(" and ", ", if ", ""));
  }

  private static String named(Node node) {
    String title = node.kind().title();
    return node.name().isEmpty() || title.equals(node.name()) ? title : title + " " + node.name();
  }
}
