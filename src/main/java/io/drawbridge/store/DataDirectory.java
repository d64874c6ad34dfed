package io.drawbridge.store;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder in which Drawbridge keeps everything, readable by its owner only: it holds the map of how to rob them.
 *
 * @param root absolute
 */
public record DataDirectory(Path root) {

  public DataDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * The folder, made if it is not there; one that is there keeps the permissions it has.
   *
   * @throws DrawbridgeException BACKEND_UNAVAILABLE when it cannot be made or written
   */
  public static DataDirectory open(Path path) {
    var data = new DataDirectory(path);
    try {
      OwnerOnly.createFolder(data.root);
      OwnerOnly.createFolder(data.images());
      OwnerOnly.createFolder(data.neo4j());
    } catch (IOException e) {
      throw unusable(data.root, e);
    }
    if (!Files.isWritable(data.root)) {
      throw new DrawbridgeException(ErrorCode.BACKEND_UNAVAILABLE, "the data directory `" + data.root + "` cannot be written: name another with --data");
    }
    return data;
  }

  /** What was collected, by scope and snapshot. */
  public Path bundles() {
    return root.resolve("bundles");
  }

  public Path images() {
    return root.resolve("images");
  }

  /** Home of the Neo4j child; everything in it can be made again. */
  public Path neo4j() {
    return root.resolve("neo4j");
  }

  /** For failures of files inside: says what is wrong and what to do. */
  public static DrawbridgeException unusable(Path path, IOException cause) {
    return new DrawbridgeException(
        ErrorCode.BACKEND_UNAVAILABLE,
        "`" + path + "` cannot be used (" + cause.getMessage() + "): free space, correct its permissions, or name another folder with --data",
        cause);
  }
}
