package io.drawbridge.store.neo4j;

import io.drawbridge.store.DataDirectory;
import java.nio.file.Path;

/** The one child that all tests share; it ends with the JVM of the tests. */
final class SharedNeo4j {

  /** Apart, so that whoever only asks for the jars starts nothing. */
  private static final class Started {
    private static final SharedNeo4j INSTANCE = new SharedNeo4j();
  }

  private final DataDirectory data;
  private final Neo4jChild child;

  private SharedNeo4j() {
    data = DataDirectory.open(Path.of("target", "shared-neo4j"));
    child = Neo4jChild.startOrJoin(data, jars());
  }

  static ServerJars jars() {
    return ServerJars.in(Path.of("target", "neo4j"));
  }

  static DataDirectory data() {
    return Started.INSTANCE.data;
  }

  static Neo4jChild child() {
    return Started.INSTANCE.child;
  }

  /** Its database, with the schema and nothing else. */
  static Neo4jDatabase empty() {
    Neo4jDatabase database = Started.INSTANCE.child.database();
    SchemaMigration.run(database);
    new Loads(database).clear();
    return database;
  }
}
