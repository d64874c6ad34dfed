package io.drawbridge.store.neo4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All Cypher that we send, from {@code cypher/} on the class path: one statement per file, each with one user. */
final class CypherCatalog {

  private static final Map<String, CypherStatement> STATEMENTS = new ConcurrentHashMap<>();

  private CypherCatalog() {}

  /** The statement of a file, named without its ending. */
  static CypherStatement statement(String name) {
    return STATEMENTS.computeIfAbsent(name, CypherCatalog::read);
  }

  private static CypherStatement read(String name) {
    String path = "/cypher/" + name + ".cypher";
    try (InputStream in = CypherCatalog.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no statement `" + name + "`");
      }
      return CypherStatement.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
