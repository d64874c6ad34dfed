package io.drawbridge.app;

import io.drawbridge.analysis.containment.ContainmentAnswer;
import io.drawbridge.analysis.containment.ContainmentPlan;
import io.drawbridge.analysis.containment.ContainmentStep;
import java.io.PrintWriter;

/** Containment plans for people: each step with its commands, what it breaks and how it is undone. */
final class ContainText {

  private ContainText() {}

  static void print(ContainmentAnswer answer, PrintWriter out) {
    out.println("Before: " + answer.reachable().size() + " of what is protected can be reached.");
    answer.reachable().forEach(id -> out.println(Terminal.printable("  " + id.text())));
    answer.plans().forEach(plan -> print(plan, out));
    AnswerText.footer(out, false, answer.completeness(), answer.leftOut());
    out.flush();
  }

  private static void print(ContainmentPlan plan, PrintWriter out) {
    String quality = plan.optimal() ? "optimal" : "cost " + plan.cost() + ", no plan costs less than " + plan.lowerBound();
    out.println();
    out.println("Plan " + plan.goal() + ": " + plan.proof() + ", " + plan.steps().size() + " steps, " + quality);
    plan.steps().forEach(step -> print(step, out));
    plan.remaining().forEach(path -> out.println(Terminal.printable("  STILL OPEN: " + path.summary())));
  }

  private static void print(ContainmentStep step, PrintWriter out) {
    out.println(Terminal.printable("  " + step.order() + ". " + step.action() + " " + step.target().id().text() + "  (in force after "
        + step.consequence().effectiveAfter() + ", cuts " + step.cuts().size() + " edges)"));
    step.consequence().preserve().forEach(text -> out.println(Terminal.printable("     first save: " + text)));
    step.runbook().commands().forEach(command -> out.println(Terminal.printable("     $ " + command.text())));
    step.consequence().breaks().forEach(text -> out.println(Terminal.printable("     breaks: " + text)));
    step.runbook().rollback().forEach(command -> out.println(Terminal.printable("     undo: $ " + command.text())));
  }
}
