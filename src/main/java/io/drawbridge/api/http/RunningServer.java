package io.drawbridge.api.http;

/** A server that answers until it is closed. */
public interface RunningServer extends AutoCloseable {

  /** The port that it really listens on. */
  int port();

  /** What to open in a browser: {@code http://127.0.0.1:8080/}. */
  String url();

  /** Stops listening, lets no search finish, and frees the port; returns when that is done. */
  @Override
  void close();
}
