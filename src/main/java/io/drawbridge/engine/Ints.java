package io.drawbridge.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** An immutable column of ints outside the heap: mapped from a file or copied from an array. */
final class Ints {

  private static final ValueLayout.OfInt LITTLE = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final long ALIGNMENT = 8;

  private final MemorySegment segment;

  Ints(MemorySegment segment) {
    this.segment = segment;
  }

  static Ints copyOf(int[] values, int length) {
    MemorySegment segment = Arena.ofAuto().allocate((long) length * Integer.BYTES, ALIGNMENT);
    MemorySegment.copy(values, 0, segment, LITTLE, 0, length);
    return new Ints(segment);
  }

  int get(long index) {
    return segment.getAtIndex(LITTLE, index);
  }

  int size() {
    return Math.toIntExact(segment.byteSize() / Integer.BYTES);
  }

  int[] toArray() {
    int[] values = new int[size()];
    MemorySegment.copy(segment, LITTLE, 0, values, 0, values.length);
    return values;
  }

  MemorySegment segment() {
    return segment;
  }
}
