package io.drawbridge.inventory;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.cloud.StatementRef;

/** Which document a record was read from, in whose scope and when. */
public record Origin(DocumentRef document, Scope scope, SnapshotId snapshot) {

  /** Points at one field of the record's own item as a fact. */
  public StatementRef field(String pointer, String excerpt) {
    return new StatementRef(document, pointer, pointer, excerpt);
  }
}
