package io.drawbridge.store.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CypherCatalogTest {

  private static final Path FOLDER = Path.of("cypher");
  /** {@code $name}, but not {@code $(expression)}, which is a label or a type by value. */
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\w+)");
  private static final Pattern COLUMN = Pattern.compile("(?:AS (\\w+)|(?:RETURN|,) (\\w+))\\s*(?=,|\\n|$)");

  @Test
  void everyFileHasAHeaderAndOneStatement() throws IOException {
    for (CypherStatement statement : all()) {
      assertThat(statement.purpose()).as(statement.name()).isNotBlank();
      assertThat(statement.bounds()).as(statement.name()).isNotBlank();
      assertThat(statement.text()).as(statement.name()).doesNotContain(";").doesNotContain("//");
    }
  }

  @Test
  void parametersAreThoseThatAreDeclared() throws IOException {
    for (CypherStatement statement : all()) {
      var used = new TreeSet<String>();
      Matcher parameters = PARAMETER.matcher(statement.text());
      while (parameters.find()) {
        used.add(parameters.group(1));
      }
      assertThat(used).as(statement.name()).containsExactlyInAnyOrderElementsOf(statement.parameters());
    }
  }

  @Test
  void columnsAreThoseThatAreReturned() throws IOException {
    for (CypherStatement statement : all()) {
      int last = statement.text().lastIndexOf("RETURN ");
      List<String> returned = new ArrayList<>();
      if (last >= 0) {
        Matcher columns = COLUMN.matcher(statement.text().substring(last).replaceAll("(?s)\nORDER BY.*", ""));
        while (columns.find()) {
          returned.add(columns.group(1) == null ? columns.group(2) : columns.group(1));
        }
      }
      assertThat(returned).as(statement.name()).isEqualTo(statement.columns());
    }
  }

  @Test
  void everyFileHasExactlyOneUser() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path source : files(Path.of("src", "main", "java"), ".java")) {
      sources.add(Files.readString(source));
    }
    for (CypherStatement statement : all()) {
      String quoted = '"' + statement.name() + '"';
      assertThat(sources.stream().filter(source -> source.contains(quoted))).as(statement.name()).hasSize(1);
    }
  }

  @Test
  void theServerPlansEveryStatement() throws IOException {
    Neo4jDatabase database = SharedNeo4j.empty();
    for (CypherStatement statement : all()) {
      if (!statement.name().startsWith("schema/")) {
        database.define(
            new CypherStatement(statement.name(), "plan only", statement.parameters(), List.of(), "none", "EXPLAIN " + statement.text()));
      }
    }
  }

  @Test
  void aHeaderWithAMissingOrUnknownKeyIsRefused() {
    assertThatThrownBy(() -> CypherStatement.parse("read/x", "// Purpose: p\n// Parameters: none\n// Columns: none\nRETURN 1"))
        .hasMessageContaining("read/x");
    assertThatThrownBy(() -> CypherStatement.parse("read/x", "// Purpose: p\n// Parameters: none\n// Columns: none\n// Bound: b\nRETURN 1"))
        .hasMessageContaining("Bounds");
    assertThatThrownBy(() -> CypherStatement.parse("read/x", "// just words\nRETURN 1")).hasMessageContaining("read/x");
    assertThatThrownBy(() -> CypherCatalog.statement("read/nothing")).hasMessageContaining("read/nothing");
  }

  private static List<CypherStatement> all() throws IOException {
    List<CypherStatement> statements = new ArrayList<>();
    for (Path file : files(FOLDER, ".cypher")) {
      String name = FOLDER.relativize(file).toString().replace('\\', '/').replaceAll("\\.cypher$", "");
      statements.add(CypherCatalog.statement(name));
    }
    assertThat(statements).hasSizeGreaterThan(25);
    return statements;
  }

  private static List<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
