package io.drawbridge.graph;

import io.drawbridge.cloud.Scope;
import java.util.Comparator;

/**
 * A restricting side that was never collected: the edge is drawn as if it were empty, and every answer says so.
 *
 * @param operation as in {@link io.drawbridge.cloud.DocumentRef#kind()}
 */
public record Unread(Scope scope, String operation) implements Comparable<Unread> {

  private static final Comparator<Unread> ORDER = Comparator.comparing(Unread::scope).thenComparing(Unread::operation);

  @Override
  public int compareTo(Unread other) {
    return ORDER.compare(this, other);
  }
}
