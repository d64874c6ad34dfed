package io.drawbridge.collect.bundle;

import io.drawbridge.inventory.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bundle of a data directory; its hash is of its content, so that two with one hash are equal. */
record StoredBundle(String hash, Manifest manifest, List<Document> documents) {
  StoredBundle {
    documents = List.copyOf(documents);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredBundle bundle && bundle.hash.equals(hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }
}
