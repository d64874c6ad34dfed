package io.drawbridge.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.analysis.AnswerJson;
import io.drawbridge.collect.FileReport;
import io.drawbridge.collect.ImportReport;
import io.drawbridge.engine.Image;

/** What an import made of its files and what was published, for programs. */
final class ImportReportJson {

  private ImportReportJson() {}

  static ObjectNode of(ImportReport report, Image image) {
    ObjectNode json = AnswerJson.object();
    json.set("files", AnswerJson.array(report.files(), ImportReportJson::file));
    json.putObject("snapshot").put("id", image.snapshot().value()).put("graphHash", image.graphHash()).put("nodes", image.nodeCount())
        .put("edges", image.edgeCount());
    json.set("completeness", AnswerJson.completeness(image.completeness()));
    return json;
  }

  private static ObjectNode file(FileReport file) {
    ObjectNode json = AnswerJson.object().put("file", file.file()).put("outcome", file.outcome().name()).put("message", file.message());
    json.set("recognised", AnswerJson.array(file.recognised(), share -> AnswerJson.object().put("operation", share.operation().toString())
        .put("scope", share.scope().id()).put("region", share.region()).put("subject", share.subject()).put("items", share.items())));
    return json;
  }
}
