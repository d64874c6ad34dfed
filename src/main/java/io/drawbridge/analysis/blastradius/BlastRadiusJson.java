package io.drawbridge.analysis.blastradius;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.analysis.AnswerJson;

/** The answer of {@code blast} as FORMATS §4 prints it. */
public final class BlastRadiusJson {

  private BlastRadiusJson() {}

  public static ObjectNode of(BlastRadiusAnswer answer) {
    ObjectNode json = AnswerJson.object();
    json.set("from", AnswerJson.ids(answer.from()));
    json.set("reached", AnswerJson.array(answer.reached(), BlastRadiusJson::reached));
    ObjectNode byCloud = json.putObject("byCloud");
    answer.byCloud().forEach((cloud, count) -> byCloud.put(cloud.name(), count));
    ObjectNode byKind = json.putObject("byKind");
    answer.byKind().forEach((kind, count) -> byKind.put(kind.label(), count));
    json.set("crownJewels", AnswerJson.ids(answer.crownJewels()));
    json.put("truncated", answer.truncated());
    json.set("completeness", AnswerJson.completeness(answer.completeness()));
    json.set("leftOut", AnswerJson.leftOut(answer.leftOut()));
    return json;
  }

  private static ObjectNode reached(Reached row) {
    ObjectNode json = AnswerJson.object();
    json.set("node", AnswerJson.node(row.node()));
    json.put("hops", row.hops()).put("likelihood", row.likelihood());
    json.set("condition", row.condition().isEmpty() ? NullNode.instance : AnswerJson.array(row.condition(), AnswerJson::atom));
    json.put("previous", row.previous().text());
    json.set("edge", AnswerJson.edge(row.edge()));
    return json;
  }
}
