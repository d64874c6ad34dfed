package io.drawbridge.graph;

import io.drawbridge.cloud.ResourceId;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who controls {@code from} can gain {@code to}, by one technique.
 *
 * @param technique the technique's id, such as {@code aws-assume-role}: the catalogue's id where it has one
 * @param cost integer milli-nats: −1000 · ln of the technique's likelihood; 0 is certain
 * @param lasting how long the gain outlives the credential that made it; null when it does not
 */
public record Edge(
    ResourceId from,
    ResourceId to,
    EdgeKind kind,
    String technique,
    Condition condition,
    Proof proof,
    int cost,
    @Nullable Duration lasting)
    implements Comparable<Edge> {

  private static final Comparator<Edge> ORDER =
      Comparator.comparing(Edge::from)
          .thenComparing(Edge::to)
          .thenComparing(Edge::kind)
          .thenComparing(Edge::technique)
          .thenComparing(Edge::condition);

  public Edge {
    if (cost < 0) {
      throw new IllegalArgumentException("the cost of `" + technique + "` is negative");
    }
  }

  public static Edge of(ResourceId from, ResourceId to, EdgeKind kind, String technique, Proof proof, int cost) {
    return new Edge(from, to, kind, technique, Condition.NONE, proof, cost, null);
  }

  public Edge under(Condition required) {
    return new Edge(from, to, kind, technique, condition.and(required), proof, cost, lasting);
  }

  public Edge outliving(Duration duration) {
    return new Edge(from, to, kind, technique, condition, proof, cost, duration);
  }

  public Optional<Duration> outlives() {
    return Optional.ofNullable(lasting);
  }

  /** What makes two edges the same edge: a hash of (from, to, kind, technique, condition). */
  public EdgeKey key() {
    return EdgeKey.of(this);
  }

  @Override
  public int compareTo(Edge other) {
    return ORDER.compare(this, other);
  }
}
