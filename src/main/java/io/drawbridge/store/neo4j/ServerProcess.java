package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.DrawbridgeException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JVM that the server runs in, seen by who started it. */
record ServerProcess(ChildHome home, Process process, BoltEndpoint endpoint) {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
  private static final Duration STARTING = Duration.ofSeconds(90);
  private static final Duration STOPPING = Duration.ofSeconds(25);
  private static final String MAIN = "org.neo4j.server.Neo4jCommunity";
  private static final List<String> OPTIONS = List.of(
      "-Xms256m",
      "-Xmx1g",
      "-XX:+UseSerialGC",
      "-XX:+ExitOnOutOfMemoryError",
      "-Dfile.encoding=UTF-8",
      "--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow",
      "--add-opens=java.base/java.nio=ALL-UNNAMED",
      "--add-opens=java.base/java.io=ALL-UNNAMED",
      "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

  /** Starts it and writes {@code run.json}; it does not answer yet. The password is on no command line. */
  static ServerProcess start(ChildHome home, ServerJars jars, String password) throws IOException {
    int port = freePort();
    home.configure(port);
    var builder = new ProcessBuilder(command(home, jars)).redirectErrorStream(true).redirectOutput(home.console().toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
    Process process = builder.start();
    RunFile run = RunFile.of(process.toHandle(), port, password);
    run.write(home.runFile());
    return new ServerProcess(home, process, run.endpoint());
  }

  /** The database, once Bolt answers; empty when the process ended, took too long, or does not take the password. */
  Optional<Neo4jDatabase> awaitBolt() throws InterruptedException {
    for (long end = System.nanoTime() + STARTING.toNanos(); process.isAlive() && System.nanoTime() < end; Thread.sleep(50)) {
      if (listens(endpoint)) {
        return connect(endpoint);
      }
    }
    return Optional.empty();
  }

  /** Signs in, if our server listens there. */
  static Optional<Neo4jDatabase> join(BoltEndpoint endpoint) {
    return listens(endpoint) ? connect(endpoint) : Optional.empty();
  }

  private static boolean listens(BoltEndpoint endpoint) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.uri().getHost(), endpoint.uri().getPort()), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Neo4jDatabase> connect(BoltEndpoint endpoint) {
    try {
      return Optional.of(Neo4jDatabase.connect(endpoint));
    } catch (DrawbridgeException e) {
      LOG.warn("{}", e.message());
      return Optional.empty();
    }
  }

  /** Asks it to stop by ending its standard input, and makes it when it does not. */
  void stop() {
    try {
      try (OutputStream input = process.getOutputStream()) {
        input.write('\n');
      }
      if (!process.waitFor(STOPPING.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** The last line that it wrote, for a message. */
  String lastWords() {
    return Stream.of(home.server().resolve("logs").resolve("neo4j.log"), home.console())
        .flatMap(file -> lines(file).reversed().stream().filter(line -> line.contains("ERROR") || line.contains("Error")).limit(1))
        .findFirst()
        .orElse(process.isAlive() ? "no answer after " + STARTING.toSeconds() + " s" : "exit code " + process.exitValue());
  }

  private static List<String> command(ChildHome home, ServerJars jars) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", home.guardJar() + File.pathSeparator + jars.classPath()));
    command.addAll(List.of(StandardInputGuard.class.getName(), MAIN, "--home-dir=" + home.server(), "--config-dir=" + home.configuration()));
    return command;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
