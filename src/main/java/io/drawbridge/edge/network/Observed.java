package io.drawbridge.edge.network;

import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.Origin;

/** Evidence from one field of a record. */
final class Observed {

  private Observed() {}

  static Evidence network(Origin origin, String pointer, String excerpt) {
    return new Evidence(Evidence.Side.NETWORK, origin.field(pointer, excerpt), origin.scope(), origin.snapshot());
  }

  static Evidence fact(Origin origin, String pointer, String excerpt) {
    return new Evidence(Evidence.Side.FACT, origin.field(pointer, excerpt), origin.scope(), origin.snapshot());
  }
}
