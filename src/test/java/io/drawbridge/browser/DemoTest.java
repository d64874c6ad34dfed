package io.drawbridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees first: the demonstration as its command serves it, in a process of its own, walked through in a browser. */
@Tag("full")
class DemoTest {

  private static final String SERVES = "drawbridge serves ";
  private static final int SECONDS_TO_STOP = 30;

  @TempDir private Path folder;

  @Test
  void aNewcomerWalksThroughTheDemonstration() throws Exception {
    Process demo = start(folder.resolve("data"));
    try (BufferedReader out = demo.inputReader()) {
      String first = String.valueOf(out.readLine());
      assertThat(first).startsWith(SERVES);
      Walk.through(first.substring(SERVES.length()), "demo");
    } finally {
      demo.destroy();
      assertThat(demo.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)).as("the demonstration stops when it is told to").isTrue();
    }
  }

  private Process start(Path data) throws IOException {
    var command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
        "io.drawbridge.app.Main", "demo", "--port", "0", "--data", data.toString());
    Path messages = folder.resolve("messages.txt");
    return new ProcessBuilder(command).redirectError(messages.toFile()).start();
  }
}
