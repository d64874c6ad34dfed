package io.drawbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.app.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs what the README shows: every command of a console block, and compares what it prints up to a line with an ellipsis. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final String PROMPT = "$ ./drawbridge ";
  private static final Pattern MAVEN = Pattern.compile("(?m)^    (mvn .*verify)$");
  private static final Pattern MENTIONED = Pattern.compile("`((?:src|docs|cypher|web)/[A-Za-z0-9_./-]+)`");

  private record Shown(String command, List<String> output) {}

  @TestFactory
  List<DynamicTest> everyCommandPrintsWhatIsShown() throws IOException {
    List<Shown> shown = shown(Files.readAllLines(README));
    assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
    return shown.stream().map(one -> DynamicTest.dynamicTest(one.command, () -> holds(one))).toList();
  }

  @Test
  void theTestCommandIsThere() throws IOException {
    assertThat(MAVEN.matcher(Files.readString(README)).find()).isTrue();
  }

  @Test
  void everyPlaceThatIsNamedExists() throws IOException {
    assertThat(MENTIONED.matcher(Files.readString(README)).results().map(match -> match.group(1))).isNotEmpty()
        .allMatch(place -> Files.exists(Path.of(place)));
  }

  private static void holds(Shown shown) {
    CommandRun run = CommandRun.of(shown.command.split(" "));
    assertThat(run.exit()).as(run.err()).isZero();
    List<String> printed = run.out().lines().map(String::stripTrailing).toList();
    int ellipsis = shown.output.indexOf("…");
    List<String> expected = ellipsis < 0 ? shown.output : shown.output.subList(0, ellipsis);
    assertThat(printed.subList(0, Math.min(printed.size(), expected.size()))).isEqualTo(expected);
  }

  private static List<Shown> shown(List<String> lines) {
    List<Shown> all = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith(PROMPT)) {
        all.add(new Shown(line.substring(PROMPT.length()), new ArrayList<>()));
      } else if (inside && !all.isEmpty()) {
        all.getLast().output.add(line);
      }
    }
    return all;
  }
}
