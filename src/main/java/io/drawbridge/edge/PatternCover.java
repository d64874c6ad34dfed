package io.drawbridge.edge;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whether one pattern takes in all of another.
 *
 * <p>What the other leaves open is read as characters that no pattern names: a pattern that takes those takes any. A star is read as none,
 * one, two … of them, until the places that can be reached do not change any more. <b>Not modelled:</b> more than {@value #MOST} different
 * readings: then it is said to take in less, never more.
 */
record PatternCover(String pattern) {

  private static final int MOST = 256;

  /** A character that no pattern names. */
  private static final char FRESH = '\u0001';

  boolean takesIn(String other) {
    if (pattern.equals("*") || pattern.equals(other)) {
      return true;
    }
    return pattern.indexOf('?') < 0 ? new Glob(pattern).matches(other.replace('*', FRESH)) : everyReading(other);
  }

  private boolean everyReading(String other) {
    var start = new BitSet();
    start.set(0);
    Set<BitSet> readings = Set.of(closed(start));
    for (int i = 0; i < other.length() && readings.size() <= MOST; i++) {
      readings = other.charAt(i) == '*' ? repeated(readings) : stepped(readings, other.charAt(i) == '?' ? FRESH : other.charAt(i));
    }
    return readings.size() <= MOST && readings.stream().allMatch(reading -> reading.get(pattern.length()));
  }

  private Set<BitSet> stepped(Set<BitSet> readings, char next) {
    Set<BitSet> after = new LinkedHashSet<>();
    readings.forEach(reading -> after.add(step(reading, next)));
    return after;
  }

  private Set<BitSet> repeated(Set<BitSet> readings) {
    Set<BitSet> all = new LinkedHashSet<>(readings);
    Deque<BitSet> open = new ArrayDeque<>(readings);
    while (!open.isEmpty() && all.size() <= MOST) {
      BitSet longer = step(open.remove(), FRESH);
      if (all.add(longer)) {
        open.add(longer);
      }
    }
    return all;
  }

  private BitSet step(BitSet places, char next) {
    var after = new BitSet();
    for (int at = places.nextSetBit(0); at >= 0 && at < pattern.length(); at = places.nextSetBit(at + 1)) {
      char wanted = pattern.charAt(at);
      if (wanted == '*') {
        after.set(at);
      } else if (wanted == '?' || wanted == next) {
        after.set(at + 1);
      }
    }
    return closed(after);
  }

  /** A star may also stand for nothing. */
  private BitSet closed(BitSet places) {
    for (int at = places.nextSetBit(0); at >= 0 && at < pattern.length(); at = places.nextSetBit(at + 1)) {
      if (pattern.charAt(at) == '*') {
        places.set(at + 1);
      }
    }
    return places;
  }
}
