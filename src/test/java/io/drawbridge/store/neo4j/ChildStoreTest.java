package io.drawbridge.store.neo4j;

import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphStore;
import io.drawbridge.store.GraphStoreContract;
import java.time.Clock;

/** The contract over the server that Drawbridge starts itself. */
class ChildStoreTest extends GraphStoreContract {

  @Override
  protected GraphStore open(DataDirectory data) {
    return new Neo4jGraphStore(SharedNeo4j.child().database(), () -> {}, data, Clock.systemUTC());
  }

  @Override
  protected void emptyDatabase() {
    SharedNeo4j.empty();
  }
}
