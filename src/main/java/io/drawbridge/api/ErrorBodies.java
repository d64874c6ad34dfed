package io.drawbridge.api;

import graphql.GraphQLError;
import io.drawbridge.cloud.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one place that lays out errors for clients: message, place, and our code under {@code extensions}. */
final class ErrorBodies {

  private ErrorBodies() {}

  static Map<String, Object> body(ErrorCode code, String message) {
    return Map.of("errors", List.of(entry(code, message)));
  }

  static Map<String, Object> entry(GraphQLError error) {
    Map<String, Object> entry = entry(Code.of(error), String.valueOf(error.getMessage()));
    if (error.getLocations() != null && !error.getLocations().isEmpty()) {
      entry.put(
          "locations",
          error.getLocations().stream().map(place -> Map.of("line", place.getLine(), "column", place.getColumn())).toList());
    }
    if (error.getPath() != null) {
      entry.put("path", error.getPath());
    }
    return entry;
  }

  private static Map<String, Object> entry(ErrorCode code, String message) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("message", message);
    entry.put("extensions", Map.of("code", code.name()));
    return entry;
  }
}
