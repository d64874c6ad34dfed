package io.drawbridge.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The third-party data beside the project; a test that needs it is skipped where it is not. */
public final class Conformance {

  public static final ObjectMapper JSON = new ObjectMapper();

  private static final Path ROOT =
      Path.of(System.getenv().getOrDefault("DRAWBRIDGE_CONFORMANCE", "../shared/conformance"));
  private static final Path EXPECTED_FAILURES = Path.of("src/test/resources/conformance/expected-failures.json");

  private Conformance() {}

  /** A file or folder of the data. */
  public static Path path(String name) {
    Path path = ROOT.resolve(name);
    assumeTrue(Files.exists(path), "no conformance data at " + path);
    return path;
  }

  public static JsonNode json(String name) throws IOException {
    return JSON.readTree(path(name).toFile());
  }

  public static List<JsonNode> lines(String name) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(path(name))) {
      if (!line.isBlank()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  /** Case ids of a set that are known to differ, each with the reason; the list may only shrink. */
  public static Map<String, String> expectedFailures(String set) throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    JSON.readTree(EXPECTED_FAILURES.toFile()).path(set).properties()
        .forEach(entry -> reasons.put(entry.getKey(), entry.getValue().asText()));
    return reasons;
  }
}
