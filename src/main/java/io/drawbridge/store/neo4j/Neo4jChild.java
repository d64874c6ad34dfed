package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.store.DataDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Neo4j server of a data directory, in a JVM of its own.
 *
 * <p>Whoever holds the lock of the operating system on {@code neo4j/lock} owns it: starts it, and takes it down by dying. Others
 * join through {@code run.json}. What it stores is a cache: files of another version, or that it does not start from, are made
 * anew.
 */
public final class Neo4jChild implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Neo4jChild.class);
  private static final Duration JOINING = Duration.ofSeconds(60);
  private static final Duration ORPHAN_ENDS = Duration.ofSeconds(6);

  private final Neo4jDatabase database;
  private final @Nullable Owned owned;

  /** What only the owner has: the process, and the lock, which lasts as long as its channel. */
  private record Owned(ServerProcess process, FileChannel lock) {}

  private Neo4jChild(Neo4jDatabase database, @Nullable Owned owned) {
    this.database = database;
    this.owned = owned;
  }

  /**
   * The running child: started here, or joined.
   *
   * @throws DrawbridgeException BACKEND_UNAVAILABLE when it neither starts nor answers
   */
  public static Neo4jChild startOrJoin(DataDirectory data, ServerJars jars) {
    return startOrJoin(data, jars, JOINING);
  }

  static Neo4jChild startOrJoin(DataDirectory data, ServerJars jars, Duration joining) {
    var home = new ChildHome(data);
    try {
      for (long end = System.nanoTime() + joining.toNanos(); System.nanoTime() < end; Thread.sleep(100)) {
        Optional<FileChannel> lock = tryLock(home);
        if (lock.isPresent()) {
          return own(home, jars, lock.get());
        }
        Optional<Neo4jChild> joined = join(home);
        if (joined.isPresent()) {
          return joined.get();
        }
      }
    } catch (IOException e) {
      throw DataDirectory.unusable(home.folder(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new DrawbridgeException(
        ErrorCode.BACKEND_UNAVAILABLE,
        "another drawbridge holds `" + home.lock() + "` but its Neo4j does not answer: stop that process, or name another folder with --data");
  }

  /** Where to connect one's own tools, while a child of the data directory runs. */
  public static Optional<BoltEndpoint> running(DataDirectory data) {
    return RunFile.read(new ChildHome(data).runFile()).filter(run -> run.process().isPresent()).map(RunFile::endpoint);
  }

  public BoltEndpoint endpoint() {
    return database.endpoint();
  }

  /** True when this process started it, and ends it. */
  public boolean isOwned() {
    return owned != null;
  }

  Neo4jDatabase database() {
    return database;
  }

  /** Lets go of the child; its owner stops it. */
  @Override
  public void close() {
    database.close();
    if (owned != null) {
      owned.process.stop();
      release(owned.lock);
    }
  }

  private static Neo4jChild own(ChildHome home, ServerJars jars, FileChannel lock) throws IOException, InterruptedException {
    try {
      endOrphan(home);
      return start(home, jars, lock);
    } catch (IOException | InterruptedException | RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  private static Neo4jChild start(ChildHome home, ServerJars jars, FileChannel lock) throws IOException, InterruptedException {
    if (home.fits(jars.version())) {
      ServerProcess process = ServerProcess.start(home, jars, password(home));
      Optional<Neo4jDatabase> database = process.awaitBolt();
      if (database.isPresent() && problem(database.get()).isEmpty()) {
        return new Neo4jChild(database.get(), new Owned(process, lock));
      }
      LOG.warn("the database in `{}` is made anew: {}", home.server(), database.flatMap(Neo4jChild::problem).orElseGet(process::lastWords));
      database.ifPresent(Neo4jDatabase::close);
      process.stop();
    }
    String password = InitialPassword.random();
    home.create(jars.version(), password);
    ServerProcess process = ServerProcess.start(home, jars, password);
    Neo4jDatabase database = process.awaitBolt().orElseThrow(() -> doesNotStart(home, process));
    return new Neo4jChild(database, new Owned(process, lock));
  }

  private static Optional<String> problem(Neo4jDatabase database) {
    return SchemaMigration.run(database);
  }

  private static Optional<Neo4jChild> join(ChildHome home) {
    return RunFile.read(home.runFile())
        .filter(run -> run.process().isPresent())
        .flatMap(run -> ServerProcess.join(run.endpoint()))
        .map(database -> new Neo4jChild(database, null));
  }

  /** A child whose owner died ends within seconds; one that does not is in the way. */
  private static void endOrphan(ChildHome home) throws InterruptedException {
    Optional<ProcessHandle> orphan = RunFile.read(home.runFile()).flatMap(RunFile::process);
    if (orphan.isEmpty()) {
      return;
    }
    for (long end = System.nanoTime() + ORPHAN_ENDS.toNanos(); orphan.get().isAlive() && System.nanoTime() < end; ) {
      Thread.sleep(50);
    }
    orphan.get().destroyForcibly();
  }

  private static Optional<FileChannel> tryLock(ChildHome home) throws IOException {
    FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("this process owns the child already");
    }
    channel.close();
    return Optional.empty();
  }

  private static void release(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the lock of the child could not be closed: {}", e.getMessage());
    }
  }

  private static String password(ChildHome home) throws IOException {
    return RunFile.read(home.runFile()).map(RunFile::password).orElseThrow(() -> new IOException("run.json is gone"));
  }

  private static DrawbridgeException doesNotStart(ChildHome home, ServerProcess process) {
    String why = process.lastWords();
    process.stop();
    return new DrawbridgeException(
        ErrorCode.BACKEND_UNAVAILABLE,
        "the Neo4j server does not start (" + why + "): see `" + home.console() + "`, or name a running one with --neo4j-uri");
  }
}
