package io.drawbridge.store.neo4j;

import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphStore;
import java.time.Clock;

/** Opens the store over the server that Drawbridge starts itself, or over any other. */
public final class Neo4jStores {

  private Neo4jStores() {}

  /**
   * Starts the child of a data directory, or joins the one that another command started; the child ends with the command that
   * started it, when the store is closed.
   *
   * @throws io.drawbridge.cloud.DrawbridgeException BACKEND_UNAVAILABLE when it does not start, twice
   */
  public static GraphStore child(DataDirectory data, ServerJars jars, Clock clock) {
    Neo4jChild child = Neo4jChild.startOrJoin(data, jars);
    return new Neo4jGraphStore(child.database(), child::close, data, clock);
  }

  /**
   * Signs in to a server that somebody else runs.
   *
   * @throws io.drawbridge.cloud.DrawbridgeException BACKEND_UNAVAILABLE when it does not answer, refuses us or is too old
   */
  public static GraphStore external(DataDirectory data, BoltEndpoint endpoint, Clock clock) {
    Neo4jDatabase database = Neo4jDatabase.connect(endpoint);
    return new Neo4jGraphStore(database, database::close, data, clock);
  }
}
