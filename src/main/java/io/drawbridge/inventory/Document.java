package io.drawbridge.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Operation;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One answer of a provider's read operation, redacted, from a file or a live call alike.
 *
 * @param region the region, or {@code global}
 * @param subject what a call per resource was about, as its file name or parameter says it, or empty
 * @param parameters the request's parameters where they are known
 * @param body AWS: as the CLI prints it; ARM and Graph: as the service answers
 * @param source where it came from, for reports: a file's path
 */
public record Document(
    Operation operation,
    Scope scope,
    String region,
    String subject,
    SortedMap<String, String> parameters,
    JsonNode body,
    SnapshotId snapshot,
    String source) {

  public Document {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }
}
