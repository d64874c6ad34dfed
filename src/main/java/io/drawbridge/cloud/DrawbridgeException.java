package io.drawbridge.cloud;

import org.jspecify.annotations.Nullable;

/** The one failure that ends a command or a request; its message tells a person what is wrong and what to do next. */
public final class DrawbridgeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String message;

  public DrawbridgeException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public DrawbridgeException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.message = message;
  }

  /** What is wrong and what to do next: never null, unlike {@link #getMessage()} to the compiler. */
  public String message() {
    return message;
  }

  public ErrorCode code() {
    return code;
  }
}
