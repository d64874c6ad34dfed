package io.drawbridge.edge.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of ports of one protocol.
 *
 * @param ranges sorted, disjoint, not touching
 */
public record PortSet(List<Range> ranges) {

  static final int HIGHEST = 65535;
  public static final PortSet NONE = new PortSet(List.of());
  public static final PortSet ALL = of(0, HIGHEST);

  /** From {@code first} to {@code last}, both included. */
  public record Range(int first, int last) {}

  public PortSet {
    ranges = List.copyOf(ranges);
  }

  public static PortSet of(int first, int last) {
    return new PortSet(List.of(new Range(first, last)));
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  public boolean contains(int port) {
    return ranges.stream().anyMatch(range -> range.first <= port && port <= range.last);
  }

  public PortSet union(PortSet other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    all.sort(Comparator.comparingInt(Range::first));
    List<Range> merged = new ArrayList<>();
    for (Range next : all) {
      Range last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && next.first <= last.last + 1) {
        merged.set(merged.size() - 1, new Range(last.first, Math.max(last.last, next.last)));
      } else {
        merged.add(next);
      }
    }
    return new PortSet(merged);
  }

  public PortSet minus(PortSet other) {
    List<Range> left = ranges;
    for (Range hole : other.ranges) {
      left = left.stream().flatMap(range -> without(range, hole).stream()).toList();
    }
    return new PortSet(left);
  }

  public PortSet intersect(PortSet other) {
    return minus(ALL.minus(other));
  }

  private static List<Range> without(Range range, Range hole) {
    if (hole.last < range.first || hole.first > range.last) {
      return List.of(range);
    }
    List<Range> left = new ArrayList<>();
    if (range.first < hole.first) {
      left.add(new Range(range.first, hole.first - 1));
    }
    if (hole.last < range.last) {
      left.add(new Range(hole.last + 1, range.last));
    }
    return left;
  }

  /** For people: {@code 22, 443, 8000-8080}. */
  @Override
  public String toString() {
    return ranges.stream()
        .map(range -> range.first == range.last ? "" + range.first : range.first + "-" + range.last)
        .collect(Collectors.joining(", "));
  }
}
