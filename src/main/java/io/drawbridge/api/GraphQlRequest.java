package io.drawbridge.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One GraphQL request, however it came in.
 *
 * @param operationName which operation of the document to run, or null when it has one only
 * @param variables JSON values by name; values may be null
 */
public record GraphQlRequest(
    String query, @Nullable String operationName, Map<String, @Nullable Object> variables, Permission permission) {

  public GraphQlRequest {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
