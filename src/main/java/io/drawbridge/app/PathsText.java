package io.drawbridge.app;

import io.drawbridge.analysis.AttackPath;
import io.drawbridge.analysis.Hop;
import io.drawbridge.analysis.Route;
import io.drawbridge.analysis.attackpath.AttackPathAnswer;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Evidence;
import java.io.PrintWriter;

/** Attack paths for people: a headline, the steps, and what makes each step true. */
final class PathsText {

  private PathsText() {}

  static void print(AttackPathAnswer answer, PrintWriter out) {
    answer.paths().forEach(path -> print(path, out));
    switch (answer.status()) {
      case PATHS -> out.println(answer.paths().size() == 1 ? "1 path." : answer.paths().size() + " paths.");
      case NONE -> out.println("There is no path, and nothing unread that could hold one.");
      case NONE_KNOWN -> out.println("No path is known, but what was not read could hold one.");
    }
    AnswerText.footer(out, answer.truncated(), answer.completeness(), answer.leftOut());
    out.flush();
  }

  private static void print(AttackPath path, PrintWriter out) {
    Route route = path.route();
    out.println(Terminal.printable(path.risk() + "  " + path.name() + "  [" + path.id() + ", likelihood " + AnswerText.percent(route.likelihood()) + "]"));
    out.println(Terminal.printable("  " + path.summary()));
    out.println(Terminal.printable("  " + AnswerText.node(route.entry())));
    for (int i = 0; i < route.hops().size(); i++) {
      print(route.hops().get(i), AnswerText.node(route.nodes().get(i + 1)), out);
    }
    out.println();
  }

  private static void print(Hop hop, String end, PrintWriter out) {
    Edge edge = hop.edge();
    out.println(Terminal.printable("    " + edge.kind().meaning() + " (" + edge.technique() + ")" + AnswerText.condition(edge.condition().atoms())));
    for (Evidence evidence : edge.proof().evidence()) {
      out.println(Terminal.printable("      " + evidence.side() + " " + evidence.statement().document().id() + evidence.statement().pointer()));
    }
    edge.proof().unread().forEach(unread -> out.println(Terminal.printable("      unread: " + unread.operation() + " in " + unread.scope())));
    out.println(Terminal.printable("  → " + end));
  }
}
