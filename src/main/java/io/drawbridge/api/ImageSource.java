package io.drawbridge.api;

import java.util.Optional;

/** Where a request gets the snapshot that it answers from; each request asks once and stays with what it got. */
public interface ImageSource {

  /** The published snapshot, or empty while nothing was loaded yet. */
  Optional<Published> current();
}
