package io.drawbridge.store.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.Graph;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphStore;
import io.drawbridge.store.PublishedImages;
import io.drawbridge.store.SnapshotState;
import io.drawbridge.store.SnapshotSummary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes, really killed: {@link LoadingProcess} stands for a server that dies in the middle of a load. */
@Tag("full")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {

  private static final Duration GONE = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private Optional<Process> server = Optional.empty();

  @AfterEach
  void leaveNothingRunning() {
    server.ifPresent(Process::destroyForcibly);
  }

  @ParameterizedTest
  @EnumSource(names = {"STAGED", "APPLYING"})
  void aKilledServerLeavesThePreviousSnapshotAndTheNextLoadSucceeds(SnapshotState moment) throws Exception {
    DataDirectory data = DataDirectory.open(folder.resolve("data"));
    Process process = start(data);
    ProcessHandle child;
    try (Neo4jChild joined = awaitJoin(data)) {
      child = RunFile.read(new ChildHome(data).runFile()).flatMap(RunFile::process).orElseThrow();
      awaitState(joined.database(), moment);
    }
    process.destroyForcibly().waitFor();
    awaitEnd(child);
    assertThat(new PublishedImages(data).current().map(Image::graphHash)).as("what readers see").contains(LoadingProcess.small().hash());

    Graph next = LoadingProcess.other();
    try (GraphStore store = Neo4jStores.child(data, SharedNeo4j.jars(), Clock.systemUTC())) {
      Graph recovered = moment == SnapshotState.STAGED ? LoadingProcess.small() : LoadingProcess.large();
      assertThat(store.recover().map(Image::graphHash)).contains(recovered.hash());
      assertThat(store.read().hash()).isEqualTo(recovered.hash());
      store.load(next, new SnapshotId("20261124T050000Z-00000009"), LoadingProcess.COMPLETE);
      assertThat(store.read().hash()).isEqualTo(next.hash());
      assertThat(store.snapshots(10)).extracting(SnapshotSummary::state).containsOnly(SnapshotState.PUBLISHED);
    }
  }

  @Test
  void theChildEndsWithItsOwnerAndFilesThatItCannotReadAreMadeAnew() throws Exception {
    DataDirectory data = DataDirectory.open(folder.resolve("data"));
    try (GraphStore store = Neo4jStores.child(data, SharedNeo4j.jars(), Clock.systemUTC())) {
      store.load(LoadingProcess.small(), LoadingProcess.FIRST, LoadingProcess.COMPLETE);
    }
    assertThat(Neo4jChild.running(data)).isEmpty();

    damage(new ChildHome(data).server().resolve("data").resolve("databases").resolve("neo4j"));
    assertHolds(data, SharedNeo4j.jars());

    assertHolds(data, new ServerJars(SharedNeo4j.jars().folder(), "another version"));
  }

  private static void assertHolds(DataDirectory data, ServerJars jars) {
    try (GraphStore store = Neo4jStores.child(data, jars, Clock.systemUTC())) {
      assertThat(store.recover().map(Image::graphHash)).contains(LoadingProcess.small().hash());
      assertThat(store.read()).isEqualTo(LoadingProcess.small());
    }
  }

  private static void damage(Path database) throws IOException {
    try (var files = Files.list(database)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, "damaged");
      }
    }
  }

  private Process start(DataDirectory data) throws IOException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            LoadingProcess.class.getName(),
            data.root().toString())
        .redirectErrorStream(true)
        .redirectOutput(new File(data.root().toFile(), "server.log"))
        .start();
    server = Optional.of(process);
    return process;
  }

  /** Another command that joins while the server starts or runs. */
  private Neo4jChild awaitJoin(DataDirectory data) throws InterruptedException {
    while (Neo4jChild.running(data).isEmpty()) {
      assertThat(server).as("the server runs, see server.log").get().matches(Process::isAlive);
      Thread.sleep(50);
    }
    Neo4jChild child = Neo4jChild.startOrJoin(data, SharedNeo4j.jars());
    assertThat(child.isOwned()).isFalse();
    return child;
  }

  /** Of the second load: the first one is published by then. */
  private static void awaitState(Neo4jDatabase database, SnapshotState state) throws InterruptedException {
    while (database.read(CypherCatalog.statement("read/open-snapshots"), Map.of()).stream()
        .noneMatch(row -> row.get("state").asString().equals(state.name()) && row.get("id").asString().equals(LoadingProcess.SECOND.value()))) {
      Thread.sleep(5);
    }
  }

  private static void awaitEnd(ProcessHandle child) throws InterruptedException {
    long end = System.nanoTime() + GONE.toNanos();
    while (child.isAlive() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(child.isAlive()).as("the child is gone after " + GONE).isFalse();
  }
}
