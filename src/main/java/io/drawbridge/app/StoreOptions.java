package io.drawbridge.app;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphStore;
import io.drawbridge.store.neo4j.BoltEndpoint;
import io.drawbridge.store.neo4j.Neo4jStores;
import io.drawbridge.store.neo4j.ServerJars;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Neo4j holds the graph: the one that Drawbridge starts itself, or another. */
final class StoreOptions {

  /** The variable that holds the password of another Neo4j, so that it stands on no command line. */
  static final String PASSWORD = "DRAWBRIDGE_NEO4J_PASSWORD";

  @Option(names = "--neo4j-uri", paramLabel = "URI", description = "a Neo4j that runs already, such as neo4j://host:7687 (its password in $" + PASSWORD + ")")
  private @Nullable URI uri;

  @Option(names = "--neo4j-user", paramLabel = "NAME", description = "the user there (default: neo4j)")
  private String user = "neo4j";

  boolean isExternal() {
    return uri != null;
  }

  /**
   * Connects, starting the child where no other is named; the caller closes it.
   *
   * @throws DrawbridgeException when the database does not answer or refuses us
   */
  GraphStore open(DataDirectory data) {
    URI external = uri;
    if (external == null) {
      return Neo4jStores.child(data, ServerJars.in(Installation.home().resolve("target").resolve("neo4j")), Clock.systemUTC());
    }
    String password = Optional.ofNullable(System.getenv(PASSWORD)).orElseThrow(() -> new DrawbridgeException(ErrorCode.USAGE,
        "`--neo4j-uri` needs a password: put it into the environment variable " + PASSWORD));
    return Neo4jStores.external(data, new BoltEndpoint(external, user, password), Clock.systemUTC());
  }
}
