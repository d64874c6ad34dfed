package io.drawbridge.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Every text of an image once, by index, decoded when asked for; index 0 is the empty text. */
final class Texts {

  private final Ints offsets;
  private final MemorySegment bytes;

  Texts(Ints offsets, MemorySegment bytes) {
    this.offsets = offsets;
    this.bytes = bytes;
  }

  String get(int index) {
    int start = offsets.get(index);
    byte[] text = new byte[offsets.get(index + 1L) - start];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, start, text, 0, text.length);
    return new String(text, StandardCharsets.UTF_8);
  }

  boolean isEqual(int index, byte[] text) {
    return length(index) == text.length && holds(offsets.get(index), text);
  }

  boolean endsWith(int index, byte[] text) {
    return length(index) >= text.length && holds(offsets.get(index + 1L) - text.length, text);
  }

  private int length(int index) {
    return offsets.get(index + 1L) - offsets.get(index);
  }

  /** From the end, where texts that share a prefix differ. */
  private boolean holds(int start, byte[] text) {
    for (int i = text.length - 1; i >= 0; i--) {
      if (bytes.get(ValueLayout.JAVA_BYTE, start + (long) i) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
