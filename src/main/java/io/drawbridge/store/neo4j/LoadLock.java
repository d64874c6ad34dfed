package io.drawbridge.store.neo4j;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.store.DataDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** One load at a time per data directory; the operating system lets go of it when its holder dies. */
final class LoadLock {

  private final Path file;
  private boolean held;

  LoadLock(DataDirectory data) {
    file = data.root().resolve("load.lock");
  }

  /** Work may take the lock again. */
  synchronized <T> T whileHeld(Supplier<T> work) {
    if (held) {
      return work.get();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw busy();
      }
      held = true;
      return work.get();
    } catch (OverlappingFileLockException e) {
      throw busy();
    } catch (IOException e) {
      throw DataDirectory.unusable(file, e);
    } finally {
      held = false;
    }
  }

  private DrawbridgeException busy() {
    return new DrawbridgeException(
        ErrorCode.BACKEND_UNAVAILABLE, "another load into `" + file.getParent() + "` is under way: run the command again when it is done");
  }
}
