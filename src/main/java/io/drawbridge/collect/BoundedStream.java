package io.drawbridge.collect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read and stops beyond a size or a growth ratio, whatever headers said. */
final class BoundedStream extends FilterInputStream {

  private final long atMost;
  private final long grownAtMost;
  private long read;

  BoundedStream(InputStream in, long atMost, long grownAtMost) {
    super(in);
    this.atMost = atMost;
    this.grownAtMost = grownAtMost;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int got = super.read(into, offset, length);
    count(Math.max(0, got));
    return got;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long skipped = super.skip(wanted);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) throws InputLimitException {
    read += more;
    if (read > grownAtMost) {
      throw new InputLimitException("unpacks to far more than its size, like a decompression bomb: unpack it yourself if it is genuine");
    }
    if (read > atMost) {
      throw new InputLimitException("is larger than " + (atMost >> 20)
          + " MB: split it, or give the process a larger heap (a file may be a sixteenth of it)");
    }
  }
}
