package io.drawbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the container files without an engine: no default password, no root, loopback only, nothing missing. */
class ContainerFilesTest {

  private static final Pattern COPIED = Pattern.compile("^COPY (?!--from)(.+) \\S+$", Pattern.MULTILINE);
  private static final Pattern PUBLISHED = Pattern.compile("^ +- \"(\\S+:\\d+)\"$", Pattern.MULTILINE);
  private static final Pattern PASSWORD = Pattern.compile("PASSWORD: (.+)|NEO4J_AUTH: (.+)");

  @Test
  void everyPasswordMustBeGiven() throws IOException {
    Matcher passwords = PASSWORD.matcher(read("docker-compose.yml"));
    int found = 0;
    while (passwords.find()) {
      found++;
      assertThat(passwords.group()).contains("${NEO4J_PASSWORD:?");
    }
    assertThat(found).isEqualTo(2);
  }

  @Test
  void everyPublishedPortIsOnLoopback() throws IOException {
    Matcher ports = PUBLISHED.matcher(read("docker-compose.yml"));
    assertThat(ports.results().map(port -> port.group(1))).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void theServerWaitsForAHealthyDatabase() throws IOException {
    assertThat(read("docker-compose.yml")).contains("condition: service_healthy", "healthcheck:", "neo4j-data:/data");
  }

  @Test
  void theImageRunsWithoutRootAndChecksItsHealth() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("Dockerfile"));
    assertThat(lines).contains("USER drawbridge").anyMatch(line -> line.startsWith("HEALTHCHECK"));
    assertThat(lines.indexOf("USER drawbridge")).isLessThan(entryPoint(lines));
  }

  @Test
  void everythingThatIsCopiedIsThere() throws IOException {
    Matcher copied = COPIED.matcher(read("Dockerfile"));
    assertThat(copied.results().flatMap(match -> List.of(match.group(1).split(" ")).stream())).isNotEmpty()
        .allMatch(name -> Files.exists(Path.of(name)));
  }

  private static int entryPoint(List<String> lines) {
    return lines.indexOf(lines.stream().filter(line -> line.startsWith("ENTRYPOINT")).findFirst().orElseThrow());
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }
}
