package io.drawbridge.store.neo4j;

import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The child's files under {@code neo4j/}: its lock, {@code run.json}, and {@code server/}, which can be deleted and made again.
 *
 * @param folder {@code neo4j/} of the data directory
 */
record ChildHome(Path folder) {

  /** Settings that differ from the server's own: nothing listens but Bolt, nothing phones home, nothing grows without bound. */
  private static final List<String> SETTINGS = List.of(
      "dbms.security.auth_enabled=true",
      "dbms.security.allow_csv_import_from_file_urls=false",
      "dbms.usage_report.enabled=false",
      "server.http.enabled=false",
      "server.https.enabled=false",
      "server.fleet_discovery.enabled=false",
      "server.bolt.telemetry.enabled=false",
      "server.bolt.thread_pool_max_size=64",
      "server.memory.pagecache.size=256m",
      "dbms.memory.transaction.total.max=768m",
      "db.transaction.timeout=10m",
      "db.lock.acquisition.timeout=30s",
      "db.tx_log.preallocate=false",
      "db.tx_log.rotation.size=64m",
      "db.tx_log.rotation.retention_policy=1 files",
      "db.checkpoint.interval.time=5m",
      "db.logs.query.enabled=OFF");

  ChildHome(DataDirectory data) {
    this(data.neo4j());
  }

  Path lock() {
    return folder.resolve("lock");
  }

  Path runFile() {
    return folder.resolve("run.json");
  }

  Path server() {
    return folder.resolve("server");
  }

  Path configuration() {
    return server().resolve("conf");
  }

  Path console() {
    return folder.resolve("console.log");
  }

  Path guardJar() {
    return folder.resolve("guard.jar");
  }

  /** True when the files were made by this version of the server and their password is known. */
  boolean fits(String version) throws IOException {
    return Files.isRegularFile(versionFile()) && Files.readString(versionFile()).equals(version) && RunFile.read(runFile()).isPresent();
  }

  /** An empty server whose only user has this password from its first moment on. */
  void create(String version, String password) throws IOException {
    delete();
    Files.deleteIfExists(runFile());
    OwnerOnly.createFolder(server().resolve("data").resolve("dbms"));
    OwnerOnly.write(server().resolve("data").resolve("dbms").resolve("auth.ini"), InitialPassword.line(RunFile.USER, password));
    OwnerOnly.write(versionFile(), version);
  }

  void configure(int port) throws IOException {
    OwnerOnly.createFolder(configuration());
    String listen = "server.bolt.listen_address=127.0.0.1:" + port + "\n";
    OwnerOnly.write(configuration().resolve("neo4j.conf"), listen + SETTINGS.stream().collect(Collectors.joining("\n", "", "\n")));
    GuardJar.write(guardJar());
  }

  void delete() throws IOException {
    if (!Files.exists(server())) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(server())) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private Path versionFile() {
    return server().resolve("version");
  }
}
