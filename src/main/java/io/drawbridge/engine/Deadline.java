package io.drawbridge.engine;

import java.time.Duration;

/** The moment by which an answer is due; searches look at it as they go. */
public final class Deadline {

  public static final Deadline NEVER = new Deadline(Long.MAX_VALUE, 0);

  private final long nanos;
  private final long start;

  private Deadline(long nanos, long start) {
    this.nanos = nanos;
    this.start = start;
  }

  public static Deadline after(Duration duration) {
    boolean countable = duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0;
    return countable ? new Deadline(duration.toNanos(), System.nanoTime()) : NEVER;
  }

  public boolean passed() {
    return nanos != Long.MAX_VALUE && System.nanoTime() - start >= nanos;
  }
}
