package io.drawbridge.graph;

import java.util.Locale;

/**
 * The identity of an edge across snapshots: 128 bits of SHA-256 as 32 hexadecimal digits.
 *
 * <p>INVARIANT: the fields and their order never change; stored marks and containment plans name edges by this key.
 */
public record EdgeKey(String value) implements Comparable<EdgeKey> {

  private static final int DIGITS = 32;

  static EdgeKey of(Edge edge) {
    ContentHash hash = new ContentHash().add(edge.from().text()).add(edge.to().text()).add(edge.kind().name()).add(edge.technique());
    edge.condition().atoms().forEach(hash::add);
    return new EdgeKey(hash.hex().substring(0, DIGITS).toLowerCase(Locale.ROOT));
  }

  @Override
  public int compareTo(EdgeKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
