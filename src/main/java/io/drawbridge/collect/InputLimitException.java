package io.drawbridge.collect;

import java.io.IOException;

/** Says which limit an input went over, in words for the report. */
public final class InputLimitException extends IOException {

  private static final long serialVersionUID = 1L;

  public InputLimitException(String message) {
    super(message);
  }
}
