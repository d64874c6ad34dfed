package io.drawbridge.analysis.attackpath;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.analysis.AnswerJson;

/** The answer of {@code paths} as FORMATS §4 prints it. */
public final class AttackPathJson {

  private AttackPathJson() {}

  public static ObjectNode of(AttackPathAnswer answer) {
    ObjectNode json = AnswerJson.object().put("status", answer.status().name());
    json.set("paths", AnswerJson.array(answer.paths(), AnswerJson::path));
    json.put("truncated", answer.truncated());
    json.set("completeness", AnswerJson.completeness(answer.completeness()));
    json.set("leftOut", AnswerJson.leftOut(answer.leftOut()));
    return json;
  }
}
