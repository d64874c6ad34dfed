package io.drawbridge.collect.aws;

import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.Redaction;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Makes documents of live answers in one account and region: the same form and the same redaction as for files.
 *
 * @param region the region, or {@code global}
 */
public record AwsAnswers(Scope account, String region, SnapshotId snapshot, Redaction redaction) {

  /** One answer, or one page of it. */
  public Document document(Operation operation, String subject, SdkPojo answer) {
    return new Document(operation, account, region, subject, new TreeMap<>(), redaction.redact(operation, SdkJson.of(answer)), snapshot, "live");
  }
}
