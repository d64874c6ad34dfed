package io.drawbridge.app;

import java.nio.file.Path;

/** Where Drawbridge was built: the launcher says so. */
final class Installation {

  private Installation() {}

  static Path home() {
    return Path.of(System.getProperty("drawbridge.home", "."));
  }
}
