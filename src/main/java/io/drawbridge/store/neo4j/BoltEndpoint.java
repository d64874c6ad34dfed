package io.drawbridge.store.neo4j;

import java.net.URI;

/** Where a Neo4j listens and how to sign in; printing it shows no password. */
public record BoltEndpoint(URI uri, String user, String password) {

  @Override
  public String toString() {
    return user + " at " + uri;
  }
}
