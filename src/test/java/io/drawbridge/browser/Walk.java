package io.drawbridge.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Walks through a running server's pages in a headless Chromium, as {@code web/browser/walk.mjs} says: a path and its proof, gaps, a
 * blast radius with its containment, the estate, a saved question; nothing from elsewhere loads or runs, and axe finds no serious fault.
 */
public final class Walk {

  private static final Path SCRIPT = Path.of("web/browser/walk.mjs");
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int PATIENCE_MINUTES = 4;

  private Walk() {}

  /**
   * Fails on the first thing that is not there.
   *
   * @param name of the folder under {@code target/screenshots} that keeps pictures for people to look at
   */
  public static void through(String url, String name) throws IOException, InterruptedException {
    assertThat(Walk.class.getResource("/web/index.html")).as("the pages are built: Node 20.19 or newer is needed").isNotNull();
    assertThat(CHROMIUM).as("a Chromium: apt-get install chromium").exists();
    Path shots = Path.of("target/screenshots", name);
    assertThat(run(url, shots)).endsWith("walked\n");
    assertThat(shots.resolve("paths.png")).exists();
  }

  private static String run(String url, Path shots) throws IOException, InterruptedException {
    Path told = Files.createTempFile("drawbridge-walk", ".txt");
    try {
      Process node = new ProcessBuilder("node", SCRIPT.toString(), url, shots.toString())
          .redirectErrorStream(true).redirectOutput(told.toFile()).start();
      boolean ended = node.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      node.destroyForcibly();
      return Files.readString(told) + (ended ? "" : "\nthe walk took longer than " + PATIENCE_MINUTES + " minutes");
    } finally {
      Files.deleteIfExists(told);
    }
  }
}
