package io.drawbridge.collect.bundle;

import io.drawbridge.inventory.Document;
import java.util.List;

/** A bundle of a data directory. */
record StoredBundle(String hash, Manifest manifest, List<Document> documents) {
  StoredBundle {
    documents = List.copyOf(documents);
  }
}
