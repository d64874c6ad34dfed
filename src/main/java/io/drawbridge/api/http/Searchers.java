package io.drawbridge.api.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A fixed pool that answers questions away from the event loop, with a bounded queue in front of it. */
final class Searchers implements AutoCloseable {

  private final ThreadPoolExecutor pool;

  Searchers(int threads, int waiting) {
    var names = Thread.ofPlatform().daemon().name("searcher-", 1).factory();
    pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), names);
  }

  /** Returns false when every thread is busy and the queue is full. */
  boolean offer(Runnable question) {
    try {
      pool.execute(question);
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
