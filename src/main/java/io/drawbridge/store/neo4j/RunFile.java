package io.drawbridge.store.neo4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.store.OwnerOnly;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What other commands need to join a running child: {@code run.json}, readable by its owner only.
 *
 * <p>It stays when the child ends, for its password. A process id is used again by the system, so one counts as the child only
 * if it also started when the file says.
 */
record RunFile(long pid, Instant started, int port, String password) {

  static final String USER = "neo4j";

  private static final ObjectMapper JSON = new ObjectMapper();
  /** What a system's clock may be set by while it runs. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  /** Empty when there is none or it is damaged. */
  static Optional<RunFile> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(file.toFile());
      String password = json.path("password").asText();
      int port = json.path("port").asInt();
      Instant started = Instant.ofEpochMilli(json.path("startedMillis").asLong());
      return password.isEmpty() || port == 0
          ? Optional.empty()
          : Optional.of(new RunFile(json.path("pid").asLong(), started, port, password));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static RunFile of(ProcessHandle process, int port, String password) {
    return new RunFile(process.pid(), process.info().startInstant().orElse(Instant.EPOCH), port, password);
  }

  void write(Path file) throws IOException {
    OwnerOnly.write(
        file,
        JSON.createObjectNode().put("pid", pid).put("startedMillis", started.toEpochMilli()).put("port", port).put("password", password).toString());
  }

  /** The process, if it still runs and is the one that was written down. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
  }

  BoltEndpoint endpoint() {
    return new BoltEndpoint(URI.create("bolt://127.0.0.1:" + port), USER, password);
  }

  @Override
  public String toString() {
    return "process " + pid + " on port " + port;
  }

  private boolean startedThen(ProcessHandle process) {
    return process.info().startInstant().map(start -> Duration.between(start, started).abs().compareTo(CLOCK_STEP) <= 0).orElse(false);
  }
}
