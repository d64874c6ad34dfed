package io.drawbridge.store.neo4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One statement of the catalogue with what its header says.
 *
 * @param name the path under {@code cypher/} without the ending: {@code read/reach}
 * @param parameters their names; every call gives all of them
 * @param columns the names of what it returns
 * @param text without the header
 */
record CypherStatement(String name, String purpose, List<String> parameters, List<String> columns, String bounds, String text) {

  private static final String COMMENT = "// ";
  private static final List<String> HEADER = List.of("Purpose", "Parameters", "Columns", "Bounds");

  CypherStatement {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }

  /** Reads a file: a header of {@code // Key: value} lines with exactly the known keys, then one statement. */
  static CypherStatement parse(String name, String file) {
    Map<String, String> header = new TreeMap<>();
    List<String> body = new ArrayList<>();
    for (String line : file.strip().lines().toList()) {
      if (body.isEmpty() && line.startsWith(COMMENT)) {
        String[] keyAndValue = line.substring(COMMENT.length()).split(": ", 2);
        header.put(keyAndValue[0], keyAndValue.length > 1 ? keyAndValue[1].strip() : "");
      } else {
        body.add(line);
      }
    }
    if (!header.keySet().equals(new java.util.TreeSet<>(HEADER)) || body.isEmpty()) {
      throw new IllegalArgumentException("`" + name + "` needs a header with " + HEADER + " and a statement");
    }
    return new CypherStatement(
        name,
        header.getOrDefault("Purpose", ""),
        names(header.getOrDefault("Parameters", "")),
        names(header.getOrDefault("Columns", "")),
        header.getOrDefault("Bounds", ""),
        String.join("\n", body));
  }

  /** What is sent: Cypher 5, which Neo4j 5.26 and 2026 both speak. */
  String query() {
    return "CYPHER 5\n" + text;
  }

  private static List<String> names(String list) {
    return list.equals("none") ? List.of() : List.of(list.split(", "));
  }
}
