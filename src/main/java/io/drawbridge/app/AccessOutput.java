package io.drawbridge.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.analysis.AnswerJson;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import io.drawbridge.policy.aws.KnownKey;
import io.drawbridge.policy.cases.CaseAnswer;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Prints decisions line by line, and what was not read beside them (FORMATS §4, {@code who-can}). */
final class AccessOutput {

  private AccessOutput() {}

  static void print(Access access, boolean json, PrintWriter out, PrintWriter messages) {
    access.rulings().forEach(ruling -> {
      if (json) {
        OutputOptions.print(json(ruling), out);
      } else {
        out.println(Terminal.printable(text(ruling)));
      }
    });
    access.gaps().forEach(gap -> messages.println(Terminal.printable("not read: " + AnswerText.gap(gap))));
    if (access.truncated()) {
      messages.println("there is more than this answer holds: ask who-can about one action");
    }
    out.flush();
    messages.flush();
  }

  private static ObjectNode json(AccessRuling ruling) {
    ObjectNode json = AnswerJson.object().put("principal", ruling.principal()).put("action", ruling.action()).put("resource", ruling.resource());
    if (ruling.dataAction()) {
      json.put("dataAction", true);
    }
    CaseAnswer.decision(json, ruling.ruling().decision(), KnownKey::keys);
    json.put("text", condition(ruling.ruling().decision()));
    json.set("unread", AnswerJson.array(ruling.ruling().proof().unread(), AnswerJson::unread));
    json.set("evidence", AnswerJson.array(ruling.ruling().proof().evidence(), AnswerJson::evidence));
    return json;
  }

  private static String text(AccessRuling ruling) {
    Decision decision = ruling.ruling().decision();
    String statements = decision.by().stream().map(AccessOutput::statement).distinct().collect(Collectors.joining(", "));
    String condition = condition(decision);
    return ruling.principal() + "  " + (ruling.dataAction() ? "data:" : "") + ruling.action() + "  " + ruling.resource() + "  " + CaseAnswer.name(decision)
        + (condition.isEmpty() ? "" : " if " + condition) + (statements.isEmpty() ? "" : "  by " + statements);
  }

  private static String statement(Ground ground) {
    String label = ground.statement().label();
    return label.startsWith(ground.policy()) ? label : ground.policy() + "#" + label;
  }

  /** The alternatives in words, or nothing. */
  private static String condition(Decision decision) {
    return decision instanceof Decision.Conditional conditional
        ? conditional.alternatives().stream().map(AccessOutput::alternative).collect(Collectors.joining("; or "))
        : "";
  }

  private static String alternative(Residual residual) {
    return residual.requirements().stream().map(Requirement::text).collect(Collectors.joining(" and "));
  }
}
