package io.drawbridge.collect;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One file to read: from a folder, from an archive, or named by the user.
 *
 * @param display its path for reports
 * @param segments the folders it lies in, outermost first, and its name without {@code .gz}: names carry meaning
 * @param size on disk, or unpacked where an archive says so; minus one when unknown
 * @param modified when its content was written, as far as that is known
 * @param named whether the user named this very file, and not a folder around it
 */
public record InputFile(
    String display, List<String> segments, long size, Instant modified, boolean named, InputLimits limits, Source source) {

  /** Opens the stored bytes. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  private static final String GZIP = ".gz";

  public InputFile {
    String last = segments.getLast();
    segments = last.endsWith(GZIP) ? withLast(segments, last.substring(0, last.length() - GZIP.length())) : List.copyOf(segments);
  }

  public String name() {
    return segments.getLast();
  }

  public boolean packed() {
    return display.endsWith(GZIP);
  }

  /** The content, unpacked, that stops with an {@link InputLimitException} when it grows beyond what is allowed. */
  public InputStream open(long atMost) throws IOException {
    InputStream stored = source.open();
    try {
      InputStream content = packed() ? new GZIPInputStream(stored, 1 << 16) : stored;
      return new BoundedStream(content, atMost, packed() ? ratioLimit() : Long.MAX_VALUE);
    } catch (IOException | RuntimeException failed) {
      stored.close();
      throw failed;
    }
  }

  private long ratioLimit() {
    return Math.max(InputLimits.RATIO_FREE_BYTES, size < 0 ? 0 : size * limits.ratio());
  }

  private static List<String> withLast(List<String> segments, String last) {
    List<String> changed = new ArrayList<>(segments);
    changed.set(changed.size() - 1, last);
    return List.copyOf(changed);
  }
}
