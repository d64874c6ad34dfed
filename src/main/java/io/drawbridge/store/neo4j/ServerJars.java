package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Neo4j server that the build put beside us, never on our own class path.
 *
 * @param folder holds the jars
 * @param version as the kernel's jar is named
 */
public record ServerJars(Path folder, String version) {

  private static final String KERNEL = "neo4j-kernel-";

  public ServerJars {
    folder = folder.toAbsolutePath();
  }

  /**
   * The jars in a folder: {@code target/neo4j} after a build.
   *
   * @throws DrawbridgeException BACKEND_UNAVAILABLE when there is no server
   */
  public static ServerJars in(Path folder) {
    try {
      return list(folder).stream()
          .map(jar -> jar.getFileName().toString())
          .filter(name -> name.startsWith(KERNEL) && Character.isDigit(name.charAt(KERNEL.length())))
          .map(name -> new ServerJars(folder, name.substring(KERNEL.length(), name.length() - ".jar".length())))
          .findFirst()
          .orElseThrow(() -> missing(folder));
    } catch (IOException e) {
      throw missing(folder);
    }
  }

  /** For {@code java -cp}: every jar in the folder. */
  String classPath() {
    return folder.resolve("*").toString();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static DrawbridgeException missing(Path folder) {
    return new DrawbridgeException(
        ErrorCode.BACKEND_UNAVAILABLE,
        "there is no Neo4j server in `" + folder + "`: build with `mvn -DskipTests package`, or name a running one with --neo4j-uri");
  }
}
