package io.drawbridge.store.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.store.DataDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.ClientException;

/** What the running child lets in and shows. */
class Neo4jChildTest {

  @Test
  void anUnauthenticatedConnectionIsRefused() {
    try (var driver = GraphDatabase.driver(SharedNeo4j.child().endpoint().uri(), AuthTokens.none())) {
      assertThatThrownBy(driver::verifyConnectivity).isInstanceOf(ClientException.class);
    }
    try (var driver = GraphDatabase.driver(SharedNeo4j.child().endpoint().uri(), AuthTokens.basic("neo4j", "neo4j"))) {
      assertThatThrownBy(driver::verifyConnectivity).isInstanceOf(ClientException.class);
    }
  }

  @Test
  void filesOfTheMachineAreNotRead() {
    var statement = new CypherStatement("x", "p", List.of(), List.of(), "b", "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line");
    assertThatThrownBy(() -> SharedNeo4j.child().database().read(statement, Map.of())).isInstanceOf(DrawbridgeException.class);
  }

  @Test
  void thePasswordIsOnNoCommandLineAndInNoFileThatOthersRead() throws IOException {
    ProcessHandle process = run().process().orElseThrow();
    String commandLine = process.info().commandLine().orElseThrow() + String.join(" ", process.info().arguments().orElse(new String[0]));
    assertThat(commandLine).contains("Neo4jCommunity").doesNotContain(run().password());
    for (Path file : List.of(home().runFile(), home().configuration().resolve("neo4j.conf"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().folder()))).isEqualTo("rwx------");
    assertThat(SharedNeo4j.child().endpoint() + run().toString()).doesNotContain(run().password());
  }

  @Test
  void anotherCommandJoinsAndLeavesItRunning() {
    try (Neo4jChild joined = Neo4jChild.startOrJoin(SharedNeo4j.data(), SharedNeo4j.jars())) {
      assertThat(joined.isOwned()).isFalse();
      assertThat(joined.endpoint()).isEqualTo(SharedNeo4j.child().endpoint());
    }
    assertThat(Neo4jChild.running(SharedNeo4j.data())).contains(SharedNeo4j.child().endpoint());
    assertThat(run().process()).isPresent();
  }

  @Test
  void aLockWithoutAServerBehindItIsSaidWithAWayOut(@TempDir Path folder) throws IOException {
    DataDirectory data = DataDirectory.open(folder);
    try (FileChannel held = FileChannel.open(new ChildHome(data).lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(held.lock().isValid()).isTrue();
      assertUnavailable(
          () -> Neo4jChild.startOrJoin(data, SharedNeo4j.jars(), Duration.ofMillis(300)), "another drawbridge holds", "--data");
    }
    assertThat(Neo4jChild.running(data)).isEmpty();
  }

  @Test
  void aProcessIsTheChildOnlyIfItStartedWhenItShould(@TempDir Path folder) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Path file = folder.resolve("run.json");
    RunFile.of(self, 1, "secret").write(file);
    assertThat(RunFile.read(file).flatMap(RunFile::process)).contains(self);
    Instant before = self.info().startInstant().orElseThrow().minus(Duration.ofMinutes(1));
    assertThat(new RunFile(self.pid(), before, 1, "secret").process()).isEmpty();
    for (String damaged : List.of("", "{", "[]", "{\"pid\":1}", "{\"pid\":1,\"port\":2}")) {
      Files.writeString(file, damaged);
      assertThat(RunFile.read(file)).as(damaged).isEmpty();
    }
  }

  @Test
  void aWrongPasswordIsSaidWithAWayOut() {
    var endpoint = new BoltEndpoint(SharedNeo4j.child().endpoint().uri(), "neo4j", "wrong-password");
    assertUnavailable(() -> Neo4jDatabase.connect(endpoint), "refuses the user `neo4j`", "--neo4j-user");
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidWithAWayOut() {
    var endpoint = new BoltEndpoint(URI.create("bolt://127.0.0.1:1"), "neo4j", "secret");
    assertUnavailable(() -> Neo4jDatabase.connect(endpoint), "`bolt://127.0.0.1:1` does not answer", "--neo4j-uri");
  }

  @Test
  void anAddressThatIsNoneIsAMistakeOfTheCaller() {
    var endpoint = new BoltEndpoint(URI.create("http://127.0.0.1:7474"), "neo4j", "secret");
    assertThatThrownBy(() -> Neo4jDatabase.connect(endpoint))
        .isInstanceOfSatisfying(DrawbridgeException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
  }

  @Test
  void jarsThatAreNotThereAreSaidWithAWayOut(@TempDir Path folder) {
    assertUnavailable(() -> ServerJars.in(folder), "mvn -DskipTests package", "--neo4j-uri");
    assertUnavailable(() -> ServerJars.in(folder.resolve("nowhere")), "mvn -DskipTests package");
  }

  @Test
  void versionsBefore526AreTurnedAway() {
    assertThat(List.of("5.26.0", "5.27", "2026.08.1")).allMatch(ServerVersion::isSupported);
    assertThat(List.of("5.25.9", "4.4.30", "unknown", "")).noneMatch(ServerVersion::isSupported);
  }

  @Test
  void aSchemaOfAnotherVersionIsNotTouched() {
    Neo4jDatabase database = SharedNeo4j.empty();
    CypherStatement edited = CypherStatement.parse(
        "schema/V0001__schema_version", "// Purpose: p\n// Parameters: none\n// Columns: none\n// Bounds: b\nCREATE CONSTRAINT other");
    assertThat(SchemaMigration.run(database, List.of(edited))).contains("change 1 of its schema is not this version's");
    assertThat(SchemaMigration.run(database, List.of())).contains("a newer drawbridge made its schema");
    assertThat(SchemaMigration.run(database)).isEmpty();
  }

  private static void assertUnavailable(ThrowingCallable call, String... words) {
    assertThatThrownBy(call).isInstanceOfSatisfying(DrawbridgeException.class, e -> {
      assertThat(e.code()).isEqualTo(ErrorCode.BACKEND_UNAVAILABLE);
      assertThat(e.message()).contains(words);
    });
  }

  private static ChildHome home() {
    return new ChildHome(SharedNeo4j.data());
  }

  private static RunFile run() {
    return RunFile.read(home().runFile()).orElseThrow();
  }
}
