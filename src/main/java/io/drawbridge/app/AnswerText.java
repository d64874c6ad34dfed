package io.drawbridge.app;

import io.drawbridge.analysis.LeftOut;
import io.drawbridge.analysis.PathAtom;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Node;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The parts that all answers share, for people. */
final class AnswerText {

  private static final int GAPS_SHOWN = 5;

  private AnswerText() {}

  /** {@code  if MFA was used and …}, or nothing. */
  static String condition(List<Atom> atoms) {
    return atoms.isEmpty() ? "" : "  if " + atoms.stream().map(Atom::text).collect(Collectors.joining(" and "));
  }

  static String pathCondition(List<PathAtom> atoms) {
    return condition(atoms.stream().map(PathAtom::atom).toList());
  }

  static String node(Node node) {
    return node.name() + " (" + node.kind().title() + ", " + node.scope() + ")";
  }

  static String percent(double likelihood) {
    return Math.round(likelihood * 100) + " %";
  }

  /** How complete the data was, what was left out, and whether the answer was cut short. */
  static void footer(PrintWriter out, boolean truncated, Completeness completeness, LeftOut leftOut) {
    if (truncated) {
      out.println("This answer stopped early: give it a longer --deadline or ask for less.");
    }
    leftOut.edges().forEach((edgeClass, count) -> out.println("Not followed: " + count + " edges of class " + edgeClass + " (--class +" + edgeClass + ")."));
    out.println("Read: " + completeness.percent() + " % of what the rules want; " + completeness.gaps().size() + " gaps"
        + (completeness.gaps().isEmpty() ? "." : ":"));
    completeness.gaps().stream().limit(GAPS_SHOWN).forEach(gap -> out.println("  " + Terminal.printable(gap(gap))));
    if (completeness.gaps().size() > GAPS_SHOWN) {
      out.println("  … (--format json lists all)");
    }
  }

  static String gap(CoverageGap gap) {
    String resource = gap.resource().isEmpty() ? "" : " of " + gap.resource();
    String message = gap.message().isEmpty() ? "" : ": " + gap.message();
    return gap.operation() + resource + " in " + gap.scope() + " " + gap.status() + message;
  }
}
