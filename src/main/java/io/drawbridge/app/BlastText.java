package io.drawbridge.app;

import io.drawbridge.analysis.blastradius.BlastRadiusAnswer;
import io.drawbridge.analysis.blastradius.Reached;
import java.io.PrintWriter;

/** A blast radius for people: counts, then every node with how it is reached. */
final class BlastText {

  private BlastText() {}

  static void print(BlastRadiusAnswer answer, PrintWriter out) {
    out.println(answer.reached().size() + " reached, " + answer.crownJewels().size() + " of them crown jewels.");
    answer.byCloud().forEach((cloud, count) -> out.println("  " + cloud + ": " + count));
    answer.reached().forEach(row -> print(row, out));
    AnswerText.footer(out, answer.truncated(), answer.completeness(), answer.leftOut());
    out.flush();
  }

  private static void print(Reached row, PrintWriter out) {
    out.println(Terminal.printable(row.hops() + (row.hops() == 1 ? " hop   " : " hops  ") + AnswerText.percent(row.likelihood()) + "  "
        + AnswerText.node(row.node()) + "  by " + row.edge().kind() + " from " + row.previous().text() + AnswerText.pathCondition(row.condition())));
  }
}
