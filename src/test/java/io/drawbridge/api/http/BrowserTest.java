package io.drawbridge.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Walks through the pages in a headless Chromium, as {@code web/browser/walk.mjs} says: a path and its proof, gaps, a blast radius, the
 * estate, a saved question; nothing from elsewhere loads or runs, and axe finds no serious fault. Screenshots stay in {@code
 * target/screenshots} for people to look at.
 */
@Tag("full")
class BrowserTest {

  private static final Path SCRIPT = Path.of("web/browser/walk.mjs");
  private static final Path SHOTS = Path.of("target/screenshots");
  private static final int PATIENCE_MINUTES = 4;

  @Test
  void aPersonWalksThroughThePages() throws Exception {
    assertThat(BrowserTest.class.getResource("/web/index.html")).as("the pages are built: Node 20.19 or newer is needed").isNotNull();
    assertThat(Path.of("/usr/bin/chromium")).as("a Chromium: apt-get install chromium").exists();
    try (RunningServer server = SampleServer.start(0)) {
      assertThat(walk(server.url())).endsWith("walked\n");
    }
    assertThat(SHOTS.resolve("paths.png")).exists();
  }

  private static String walk(String url) throws IOException, InterruptedException {
    Path told = Files.createTempFile("drawbridge-walk", ".txt");
    try {
      Process node = new ProcessBuilder("node", SCRIPT.toString(), url, SHOTS.toString())
          .redirectErrorStream(true).redirectOutput(told.toFile()).start();
      boolean ended = node.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      node.destroyForcibly();
      return Files.readString(told) + (ended ? "" : "\nthe walk took longer than " + PATIENCE_MINUTES + " minutes");
    } finally {
      Files.deleteIfExists(told);
    }
  }
}
