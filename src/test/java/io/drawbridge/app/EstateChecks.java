package io.drawbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a whole estate, a folder with {@code aws}, {@code azure} and {@code expected.json}, must and must not answer on the command line.
 *
 * <p>{@code checks}: {@code {id, kind: path | conditional | nopath | blast-includes | blast-excludes, from, to, mustPassThrough, mustNotUse, why}};
 * one of several ids suffices where a step of {@code mustPassThrough} is a list. {@code bridges}: {@code {from, technique, to}}, edges that must be
 * drawn. {@code gaps}: operations of which something stays unknown even where the rest was read.
 *
 * @param beside bundles that are read beside the estate's own
 */
public record EstateChecks(Path estate, JsonNode expected, List<Path> beside) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Every folder below {@code root} that says what it expects. */
  public static List<EstateChecks> below(Path root) throws IOException {
    List<EstateChecks> estates = new ArrayList<>();
    try (var folders = Files.list(root)) {
      for (Path folder : folders.filter(each -> Files.exists(each.resolve("expected.json"))).sorted().toList()) {
        estates.add(new EstateChecks(folder, JSON.readTree(folder.resolve("expected.json").toFile()), List.of()));
      }
    }
    return estates;
  }

  /** The same estate in which everything that the files do not hold was read too, and was empty. */
  public EstateChecks withTheRestEmpty(Path folder) throws IOException {
    ObjectNode manifest = JSON.createObjectNode().put("format", "drawbridge-bundle").put("version", 1).put("tool", "test").put("import", "rest");
    ArrayNode coverage = manifest.putArray("coverage");
    gaps().forEach(gap -> coverage.addObject().put("cloud", cloud(gap)).put("scope", gap.path("scope").asText()).put("region", gap.path("region").asText("global"))
        .put("operation", gap.path("operation").asText()).put("resource", gap.path("resource").asText()).put("status", "COMPLETE").put("message", "")
        .put("readAt", "2026-01-01T00:00:00Z"));
    manifest.putArray("files");
    Files.writeString(folder.resolve("manifest.json"), manifest.toString());
    return new EstateChecks(estate, expected, List.of(folder));
  }

  /** The operations of which something is unknown. */
  public Set<String> unknown() {
    Set<String> unknown = new TreeSet<>();
    gaps().forEach(gap -> unknown.add(gap.path("operation").asText()));
    return unknown;
  }

  private JsonNode gaps() {
    JsonNode any = checks().path(0);
    return run("paths", "--from", any.path("from").asText(), "--to", any.path("to").asText()).json().path("completeness").path("gaps");
  }

  private static String cloud(JsonNode gap) {
    String operation = gap.path("operation").asText();
    return operation.startsWith("graph:") ? "ENTRA" : operation.startsWith("arm:") ? "AZURE" : "AWS";
  }

  public JsonNode checks() {
    return expected.path("checks");
  }

  public JsonNode bridges() {
    return expected.path("bridges");
  }

  /** The checks that do not hold, by id, each with what is wrong. */
  public Map<String, String> broken() {
    Map<String, String> broken = new TreeMap<>();
    for (JsonNode check : checks()) {
      List<String> wrong = wrong(check);
      if (!wrong.isEmpty()) {
        broken.put(check.path("id").asText(), wrong + " though: " + check.path("why").asText());
      }
    }
    return broken;
  }

  /** The bridges that are not drawn. */
  public List<String> missing() {
    Set<String> drawn = new HashSet<>();
    Map<String, List<String>> members = new HashMap<>();
    List<JsonNode> edges = run("edges").out().lines().map(EstateChecks::line).toList();
    edges.stream().filter(edge -> edge.path("kind").asText().equals("IN_SET"))
        .forEach(edge -> members.computeIfAbsent(edge.path("from").asText(), none -> new ArrayList<>()).add(edge.path("to").asText()));
    for (JsonNode edge : edges) {
      String to = edge.path("to").asText();
      members.getOrDefault(to, List.of(to)).forEach(end -> drawn.add(bridge(edge, end)));
    }
    List<String> missing = new ArrayList<>();
    bridges().forEach(bridge -> missing.add(bridge(bridge, bridge.path("to").asText())));
    missing.removeAll(drawn);
    return missing;
  }

  private static String bridge(JsonNode edge, String to) {
    return edge.path("from").asText() + " " + edge.path("technique").asText() + " " + to;
  }

  private static JsonNode line(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  private List<String> wrong(JsonNode check) {
    return check.path("kind").asText().startsWith("blast") ? wrongRadius(check) : wrongPaths(check);
  }

  private List<String> wrongRadius(JsonNode check) {
    CommandRun run = run("blast", "--from", check.path("from").asText());
    boolean includes = false;
    for (JsonNode row : run.json().path("reached")) {
      includes |= row.path("node").path("id").asText().equals(check.path("to").asText());
    }
    boolean wanted = check.path("kind").asText().equals("blast-includes");
    return includes == wanted ? List.of() : List.of(wanted ? "not reached" : "reached");
  }

  private List<String> wrongPaths(JsonNode check) {
    CommandRun run = run("paths", "--from", check.path("from").asText(), "--to", check.path("to").asText());
    JsonNode paths = run.json().path("paths");
    List<String> wrong = new ArrayList<>();
    boolean unconditional = false;
    for (JsonNode path : paths) {
      unconditional |= path.path("condition").isEmpty();
      check.path("mustNotUse").forEach(id -> require(!uses(path, id.asText()), "uses " + id.asText(), wrong));
      check.path("mustPassThrough").forEach(step -> require(passes(path, step), "does not pass through " + step, wrong));
    }
    switch (check.path("kind").asText()) {
      case "path" -> require(unconditional, "no path without condition", wrong);
      case "conditional" -> require(!paths.isEmpty() && !unconditional, "no path, or one without condition", wrong);
      case "nopath" -> {
        require(paths.isEmpty(), "there is a path", wrong);
        require(beside.isEmpty() || !expected.path("gaps").isEmpty() || run.json().path("status").asText().equals("NONE"), "not known", wrong);
      }
      default -> wrong.add("an unknown kind of check");
    }
    return wrong;
  }

  private static void require(boolean holds, String otherwise, List<String> wrong) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }

  private static boolean passes(JsonNode path, JsonNode step) {
    if (step.isTextual()) {
      return uses(path, step.asText());
    }
    for (JsonNode alternative : step) {
      if (uses(path, alternative.asText())) {
        return true;
      }
    }
    return false;
  }

  private static boolean uses(JsonNode path, String id) {
    for (JsonNode node : path.path("nodes")) {
      if (node.path("id").asText().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private CommandRun run(String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, "--bundle", estate.resolve("aws").toString(), "--bundle",
        estate.resolve("azure").toString(), "--format", "json"));
    beside.forEach(bundle -> arguments.addAll(List.of("--bundle", bundle.toString())));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }
}
