package io.drawbridge.app;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;

/** Checks numbers of options that picocli cannot. */
final class Bounds {

  private Bounds() {}

  static void atLeastOne(String option, int value) {
    if (value < 1) {
      throw new DrawbridgeException(ErrorCode.USAGE, "`" + option + " " + value + "` asks for nothing: use 1 or more");
    }
  }
}
