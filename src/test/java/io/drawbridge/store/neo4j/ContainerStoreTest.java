package io.drawbridge.store.neo4j;

import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphStore;
import io.drawbridge.store.GraphStoreContract;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

/** The contract over the oldest server that is supported, from its official image: where Docker is there. */
@Tag("full")
class ContainerStoreTest extends GraphStoreContract {

  private static final String IMAGE = "neo4j:5.26-community";
  private static final Neo4jContainer CONTAINER = new Neo4jContainer(IMAGE).withAdminPassword("only-for-this-test");

  @BeforeAll
  static void start() {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    if (!docker) {
      System.err.println("SKIPPED: no Docker here, so the store is NOT tested against " + IMAGE);
    }
    Assumptions.assumeTrue(docker, "no Docker here");
    CONTAINER.start();
  }

  @AfterAll
  static void stop() {
    CONTAINER.stop();
  }

  @Override
  protected GraphStore open(DataDirectory data) {
    return Neo4jStores.external(data, endpoint(), Clock.systemUTC());
  }

  @Override
  protected void emptyDatabase() {
    try (Neo4jDatabase database = Neo4jDatabase.connect(endpoint())) {
      new Loads(database).clear();
    }
  }

  private static BoltEndpoint endpoint() {
    return new BoltEndpoint(URI.create(CONTAINER.getBoltUrl()), "neo4j", "only-for-this-test");
  }
}
