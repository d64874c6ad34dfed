package io.drawbridge.engine;

import java.util.Arrays;

/** A binary heap of labels by priority; equal priorities leave in the order of their labels, so that searches repeat exactly. */
final class LabelHeap {

  private static final int FIRST_CAPACITY = 256;

  private long[] priorities = new long[FIRST_CAPACITY];
  private int[] labels = new int[FIRST_CAPACITY];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void clear() {
    size = 0;
  }

  void push(long priority, int label) {
    if (size == labels.length) {
      priorities = Arrays.copyOf(priorities, size * 2);
      labels = Arrays.copyOf(labels, size * 2);
    }
    int place = size++;
    while (place > 0 && before(priority, label, (place - 1) >> 1)) {
      move((place - 1) >> 1, place);
      place = (place - 1) >> 1;
    }
    put(place, priority, label);
  }

  /** Takes the label of the least priority; there must be one. */
  int pop() {
    int top = labels[0];
    size--;
    long priority = priorities[size];
    int label = labels[size];
    int place = 0;
    for (int child = lesserChild(0); child < size && !before(priority, label, child); child = lesserChild(place)) {
      move(child, place);
      place = child;
    }
    put(place, priority, label);
    return top;
  }

  private int lesserChild(int place) {
    int left = 2 * place + 1;
    return left + 1 < size && before(priorities[left + 1], labels[left + 1], left) ? left + 1 : left;
  }

  private boolean before(long priority, int label, int place) {
    return priority < priorities[place] || (priority == priorities[place] && label < labels[place]);
  }

  private void move(int from, int to) {
    put(to, priorities[from], labels[from]);
  }

  private void put(int place, long priority, int label) {
    priorities[place] = priority;
    labels[place] = label;
  }
}
