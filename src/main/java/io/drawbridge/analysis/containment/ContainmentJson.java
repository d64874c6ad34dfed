package io.drawbridge.analysis.containment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drawbridge.analysis.AnswerJson;

/** The answer of {@code contain} as FORMATS §4 prints it. */
public final class ContainmentJson {

  private ContainmentJson() {}

  public static ObjectNode of(ContainmentAnswer answer) {
    ObjectNode json = AnswerJson.object();
    json.set("identity", AnswerJson.ids(answer.identities()));
    json.set("plans", AnswerJson.array(answer.plans(), ContainmentJson::plan));
    json.putObject("before").set("reachable", AnswerJson.ids(answer.reachable()));
    json.set("completeness", AnswerJson.completeness(answer.completeness()));
    json.set("leftOut", AnswerJson.leftOut(answer.leftOut()));
    return json;
  }

  private static ObjectNode plan(ContainmentPlan plan) {
    ObjectNode json = AnswerJson.object().put("goal", plan.goal().name());
    json.set("steps", AnswerJson.array(plan.steps(), ContainmentJson::step));
    json.put("cost", plan.cost()).put("lowerBound", plan.lowerBound()).put("optimal", plan.optimal());
    json.put("proof", plan.proof().name());
    json.set("remaining", AnswerJson.array(plan.remaining(), AnswerJson::path));
    return json;
  }

  private static ObjectNode step(ContainmentStep step) {
    ObjectNode json = AnswerJson.object()
        .put("order", step.order())
        .put("action", step.action())
        .put("target", step.target().id().text())
        .put("cloud", step.target().cloud().name());
    json.set("commands", AnswerJson.array(step.runbook().commands(), ContainmentJson::command));
    json.set("permissions", AnswerJson.texts(step.runbook().permissions()));
    json.set("rollback", AnswerJson.array(step.runbook().rollback(), ContainmentJson::command));
    json.set("breaks", AnswerJson.texts(step.consequence().breaks()));
    json.set("preserve", AnswerJson.texts(step.consequence().preserve()));
    json.put("effectiveAfter", step.consequence().effectiveAfter().toString());
    json.set("cuts", AnswerJson.array(step.cuts(), key -> TextNode.valueOf(key.value())));
    return json;
  }

  private static ObjectNode command(Command command) {
    ObjectNode json = AnswerJson.object();
    json.set("argv", AnswerJson.texts(command.argv()));
    return json.put("text", command.text());
  }
}
