package io.drawbridge.api;

import io.drawbridge.edge.Estate;
import java.util.Optional;

/** Where a request gets the snapshot that it answers from; each request asks once and stays with what it got. */
public interface ImageSource {

  /** The published snapshot, or empty while nothing was loaded yet. */
  Optional<Published> current();

  /** What was read itself, for questions that the image does not answer; empty where no bundles are kept. One thread uses it at a time. */
  default Optional<Estate> inventory() {
    return Optional.empty();
  }
}
