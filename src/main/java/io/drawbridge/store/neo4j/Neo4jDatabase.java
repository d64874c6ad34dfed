package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** A Neo4j that answered: runs statements of the catalogue, each in a transaction of its own, and says failures in our words. */
final class Neo4jDatabase implements AutoCloseable {

  private static final Duration LONGEST_WRITE = Duration.ofMinutes(2);
  private static final Config CONFIG =
      Config.builder()
          .withUserAgent("drawbridge")
          .withConnectionTimeout(5, TimeUnit.SECONDS)
          .withConnectionAcquisitionTimeout(20, TimeUnit.SECONDS)
          .withMaxTransactionRetryTime(3, TimeUnit.SECONDS)
          .withMaxConnectionPoolSize(8)
          .withFetchSize(5000)
          .withTelemetryDisabled(true)
          .build();

  private final BoltEndpoint endpoint;
  private final Driver driver;

  private Neo4jDatabase(BoltEndpoint endpoint, Driver driver) {
    this.endpoint = endpoint;
    this.driver = driver;
  }

  /**
   * Signs in.
   *
   * @throws DrawbridgeException BACKEND_UNAVAILABLE when nobody answers, the password is wrong or the server is too old
   */
  static Neo4jDatabase connect(BoltEndpoint endpoint) {
    Driver driver;
    try {
      driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()), CONFIG);
    } catch (IllegalArgumentException e) {
      throw new DrawbridgeException(
          ErrorCode.USAGE, "`" + endpoint.uri() + "` is no address of a Neo4j: write neo4j://host:7687 or bolt://host:7687", e);
    }
    var database = new Neo4jDatabase(endpoint, driver);
    try {
      database.guarded(() -> {
        driver.verifyConnectivity();
        return true;
      });
      ServerVersion.require(database);
      return database;
    } catch (DrawbridgeException e) {
      database.close();
      throw e;
    }
  }

  BoltEndpoint endpoint() {
    return endpoint;
  }

  /** Writes in one transaction; what it returns comes back whole. Run again by the driver when the server asks for it. */
  List<Record> write(CypherStatement statement, Map<String, Object> parameters) {
    return guarded(() -> {
      try (Session session = driver.session()) {
        return session.executeWrite(
            transaction -> transaction.run(statement.query(), parameters).list(), TransactionConfig.builder().withTimeout(LONGEST_WRITE).build());
      }
    });
  }

  /** Changes the schema, which Neo4j keeps apart from writes of data. */
  void define(CypherStatement statement) {
    guarded(() -> {
      try (Session session = driver.session()) {
        return session.run(statement.query()).consume();
      }
    });
  }

  List<Record> read(CypherStatement statement, Map<String, Object> parameters) {
    return guarded(() -> {
      try (Session session = driver.session()) {
        return session.executeRead(transaction -> transaction.run(statement.query(), parameters).list());
      }
    });
  }

  /** Reads row by row: for answers that are not to be in memory at once. */
  void stream(CypherStatement statement, Consumer<Record> row) {
    guarded(() -> {
      try (Session session = driver.session()) {
        session.run(statement.query()).forEachRemaining(row);
        return true;
      }
    });
  }

  @Override
  public void close() {
    driver.close();
  }

  private <T> T guarded(Supplier<T> call) {
    try {
      return call.get();
    } catch (AuthenticationException e) {
      throw unavailable("refuses the user `" + endpoint.user() + "` or its password: correct --neo4j-user and the password", e);
    } catch (ServiceUnavailableException | SessionExpiredException e) {
      throw unavailable(
          "does not answer: check that it runs and that the address is right, or leave --neo4j-uri out to use the server that drawbridge starts itself",
          e);
    } catch (Neo4jException e) {
      throw unavailable("failed (" + e.code() + ", " + e.getMessage() + "): see its log, then run the command again", e);
    }
  }

  private DrawbridgeException unavailable(String what, Neo4jException cause) {
    return new DrawbridgeException(ErrorCode.BACKEND_UNAVAILABLE, "Neo4j at `" + endpoint.uri() + "` " + what, cause);
  }
}
