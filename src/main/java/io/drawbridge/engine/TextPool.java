package io.drawbridge.engine;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Gives every different text an index while an image is built. */
final class TextPool {

  private static final int FIRST_CAPACITY = 1 << 12;
  private static final int MOST_BYTES = Integer.MAX_VALUE - 16;

  private final Map<String, Integer> indexes = new HashMap<>();
  private final IntList offsets = new IntList();
  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  TextPool() {
    add("");
  }

  int add(String text) {
    Integer known = indexes.get(text);
    if (known != null) {
      return known;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    reserve((long) size + encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    int index = offsets.add(size);
    size += encoded.length;
    indexes.put(text, index);
    return index;
  }

  /** The offsets with the end; no text may be added after. */
  Ints offsets() {
    offsets.add(size);
    return offsets.toInts();
  }

  MemorySegment bytes() {
    MemorySegment segment = Arena.ofAuto().allocate(size, Long.BYTES);
    MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, size);
    return segment;
  }

  private void reserve(long needed) {
    if (needed > MOST_BYTES) {
      throw new DrawbridgeException(ErrorCode.LIMIT_EXCEEDED, "the estate holds more than 2 GiB of names and excerpts: load fewer scopes");
    }
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(MOST_BYTES, Math.max(needed, bytes.length * 2L)));
    }
  }
}
