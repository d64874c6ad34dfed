package io.drawbridge.engine;

import java.util.Arrays;

/** Ints that are added one by one while an image is built or a search runs. */
final class IntList {

  private static final int FIRST_CAPACITY = 64;

  private int[] values = new int[FIRST_CAPACITY];
  private int size;

  /** Adds a value and returns its index. */
  int add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size] = value;
    return size++;
  }

  int get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  Ints toInts() {
    return Ints.copyOf(values, size);
  }

  int[] toReversedArray() {
    var reversed = new int[size];
    for (int i = 0; i < size; i++) {
      reversed[i] = values[size - 1 - i];
    }
    return reversed;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
