package io.drawbridge.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drawbridge.api.GraphQlRequest;
import io.drawbridge.api.Permission;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads GraphQL requests as GraphQL over HTTP lays them out; what does not fit is refused with what to write instead. */
final class RequestReader {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

  private RequestReader() {}

  /** Reads a POST body: {@code {"query", "operationName", "variables", "extensions"}}. */
  static GraphQlRequest body(String body, Permission permission) {
    JsonNode json = parse(body, "the body");
    if (!json.isObject()) {
      throw wrong("the body must be a JSON object with `query`");
    }
    return request(json.get("query"), json.get("operationName"), json.get("variables"), json.get("extensions"), permission);
  }

  /** Reads the parameters of a GET; variables and extensions are JSON texts. */
  static GraphQlRequest parameters(UnaryOperator<@Nullable String> parameter) {
    return request(
        JSON.valueToTree(parameter.apply("query")),
        JSON.valueToTree(parameter.apply("operationName")),
        json(parameter.apply("variables"), "`variables`"),
        json(parameter.apply("extensions"), "`extensions`"),
        Permission.READ_BY_SAFE_METHOD);
  }

  private static GraphQlRequest request(
      @Nullable JsonNode query,
      @Nullable JsonNode operationName,
      @Nullable JsonNode variables,
      @Nullable JsonNode extensions,
      Permission permission) {
    if (query == null || !query.isTextual()) {
      throw wrong("`query` must be the text of a GraphQL document");
    }
    requireObject(extensions, "extensions");
    return new GraphQlRequest(query.textValue(), name(operationName), requireObject(variables, "variables"), permission);
  }

  private static @Nullable String name(@Nullable JsonNode operationName) {
    if (operationName == null || operationName.isNull()) {
      return null;
    }
    if (!operationName.isTextual()) {
      throw wrong("`operationName` must be a text");
    }
    return operationName.textValue().isEmpty() ? null : operationName.textValue();
  }

  private static Map<String, @Nullable Object> requireObject(@Nullable JsonNode value, String name) {
    if (value == null || value.isNull()) {
      return Map.of();
    }
    if (!value.isObject()) {
      throw wrong("`" + name + "` must be a JSON object");
    }
    return JSON.convertValue(value, OBJECT);
  }

  private static @Nullable JsonNode json(@Nullable String text, String what) {
    return text == null || text.isBlank() ? null : parse(text, what);
  }

  private static JsonNode parse(String text, String what) {
    try {
      JsonNode parsed = JSON.readTree(text);
      if (parsed != null && !parsed.isMissingNode()) {
        return parsed;
      }
    } catch (JsonProcessingException e) {
      throw wrong(what + " is no JSON" + place(e));
    }
    throw wrong(what + " is empty");
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : ": look at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  private static DrawbridgeException wrong(String message) {
    return new DrawbridgeException(ErrorCode.USAGE, message);
  }
}
