package io.drawbridge.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** For whom an answer is printed. */
final class OutputOptions {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** People, or programs. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(names = "--format", paramLabel = "text|json", description = "text for people, json for programs (default: text)")
  private Format format = Format.TEXT;

  boolean isJson() {
    return format == Format.JSON;
  }

  /** One value on one line. */
  static void print(JsonNode answer, PrintWriter out) {
    try {
      out.println(JSON.writeValueAsString(answer));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON always prints", e);
    }
  }
}
