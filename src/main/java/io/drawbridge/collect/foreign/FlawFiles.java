package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.flaw.FlawParsers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises what users know of vulnerabilities beside their clouds, by content alone: CISA's catalogue, EPSS scores, their own list.
 *
 * <p>All of it belongs to the world and to no account, so that the latest file of each kind replaces the one before.
 */
final class FlawFiles {

  private FlawFiles() {}

  static Optional<Reading> of(JsonNode body) {
    JsonNode catalogue = body.path("vulnerabilities");
    if (catalogue.isArray() && (body.has("catalogVersion") || catalogue.path(0).has("cveID"))) {
      return Optional.of(found(FlawParsers.KNOWN_EXPLOITED, body, catalogue.size()));
    }
    if (body.path("resourceVulnerabilities").isArray()) {
      return Optional.of(found(FlawParsers.LISTED, body, body.path("resourceVulnerabilities").size()));
    }
    return body.path("scores").isObject() && body.path("unreadLines").isArray()
        ? Optional.of(found(FlawParsers.EPSS, body, body.path("scores").size())) : Optional.empty();
  }

  private static Reading found(Operation operation, JsonNode body, int items) {
    return new Reading.Recognised(List.of(new Found(operation, Scope.WORLD, "global", "", Map.of(), body, items, CoverageStatus.COMPLETE)));
  }
}
