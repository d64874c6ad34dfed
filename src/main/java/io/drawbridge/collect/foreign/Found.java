package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import java.util.Map;

/**
 * One operation's answer in a file.
 *
 * @param items how many things it lists
 * @param status COMPLETE, or PARTIAL where the answer says that there is more
 */
record Found(
    Operation operation, Scope scope, String region, String subject, Map<String, String> parameters, JsonNode body, int items, CoverageStatus status) {

  Found {
    parameters = Map.copyOf(parameters);
  }
}
