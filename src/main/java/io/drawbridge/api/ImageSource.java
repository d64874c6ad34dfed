package io.drawbridge.api;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.StatedMark;
import java.util.Optional;

/** Where a request gets the snapshot that it answers from; each request asks once and stays with what it got. */
public interface ImageSource {

  /** The published snapshot, or empty while nothing was loaded yet. */
  Optional<Published> current();

  /**
   * Keeps what somebody says of a node; {@link #current} shows it from then on.
   *
   * @throws DrawbridgeException where nothing is kept
   */
  default void mark(StatedMark stated) {
    throw new DrawbridgeException(ErrorCode.BACKEND_UNAVAILABLE, "this server keeps no marks: serve a data directory");
  }

  /** What was read itself, for questions that the image does not answer; empty where no bundles are kept. One thread uses it at a time. */
  default Optional<Estate> inventory() {
    return Optional.empty();
  }
}
