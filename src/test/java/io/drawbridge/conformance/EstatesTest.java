package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.app.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whole estates with what must and must not be reachable, asked on the command line. */
class EstatesTest {

  @Test
  void everyCheckOfEveryEstateHolds() throws IOException {
    Map<String, String> broken = new TreeMap<>();
    int checks = 0;
    for (Path estate : estates()) {
      for (JsonNode check : Conformance.JSON.readTree(estate.resolve("expected.json").toFile()).path("checks")) {
        checks++;
        List<String> wrong = wrong(estate, check);
        if (!wrong.isEmpty()) {
          broken.put(check.path("id").asText(), wrong + " though: " + check.path("why").asText());
        }
      }
    }
    assertThat(checks).isPositive();
    assertThat(broken).isEmpty();
  }

  private static List<Path> estates() throws IOException {
    try (var folders = Files.list(Conformance.path("estates"))) {
      return folders.filter(folder -> Files.exists(folder.resolve("expected.json"))).sorted().toList();
    }
  }

  private static List<String> wrong(Path estate, JsonNode check) {
    return check.path("kind").asText().startsWith("blast") ? wrongRadius(estate, check) : wrongPaths(estate, check);
  }

  private static List<String> wrongRadius(Path estate, JsonNode check) {
    CommandRun run = run(estate, "blast", "--from", check.path("from").asText());
    boolean includes = false;
    for (JsonNode row : run.json().path("reached")) {
      includes |= row.path("node").path("id").asText().equals(check.path("to").asText());
    }
    boolean wanted = check.path("kind").asText().equals("blast-includes");
    return includes == wanted ? List.of() : List.of(wanted ? "not reached" : "reached");
  }

  private static List<String> wrongPaths(Path estate, JsonNode check) {
    CommandRun run = run(estate, "paths", "--from", check.path("from").asText(), "--to", check.path("to").asText());
    JsonNode paths = run.json().path("paths");
    List<String> wrong = new ArrayList<>();
    boolean unconditional = false;
    for (JsonNode path : paths) {
      unconditional |= path.path("condition").isEmpty();
      check.path("mustNotUse").forEach(id -> {
        if (uses(path, id.asText())) {
          wrong.add("uses " + id.asText());
        }
      });
      check.path("mustPassThrough").forEach(step -> {
        if (!passes(path, step)) {
          wrong.add("does not pass through " + step);
        }
      });
    }
    switch (check.path("kind").asText()) {
      case "path" -> require(unconditional, "no path without condition", wrong);
      case "conditional" -> require(!paths.isEmpty() && !unconditional, "no path, or one without condition", wrong);
      case "nopath" -> require(paths.isEmpty(), "there is a path", wrong);
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

  private static CommandRun run(Path estate, String command, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, "--bundle", estate.resolve("aws").toString(), "--bundle",
        estate.resolve("azure").toString(), "--format", "json"));
    arguments.addAll(List.of(options));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }
}
