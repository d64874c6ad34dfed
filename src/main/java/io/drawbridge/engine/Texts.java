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
}
