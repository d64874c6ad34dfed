package io.drawbridge.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a server run until the process is told to end, and then closes what was opened, last first. */
final class Lifetime {

  private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private boolean closed;

  private Lifetime() {}

  /** Ends with the process: by an interrupt from the keyboard or a request to terminate. */
  static Lifetime ofProcess() {
    var lifetime = new Lifetime();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(lifetime::end));
    return lifetime;
  }

  /** What is opened after the end is closed at once. */
  synchronized void closeAtEnd(AutoCloseable part) {
    if (closed) {
      close(part);
    } else {
      opened.push(part);
    }
  }

  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  synchronized void end() {
    closed = true;
    opened.forEach(Lifetime::close);
    opened.clear();
    ended.countDown();
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("a part of the server did not close", e);
    }
  }
}
