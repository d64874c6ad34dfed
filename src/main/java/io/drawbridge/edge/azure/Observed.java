package io.drawbridge.edge.azure;

import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** Proof from one field of a record. */
public final class Observed {

  private Observed() {}

  public static Proof fact(Resource record, String pointer, String excerpt) {
    return of(Evidence.Side.FACT, record.origin(), pointer, excerpt);
  }

  public static Proof grant(Resource record, String pointer, String excerpt) {
    return of(Evidence.Side.GRANT, record.origin(), pointer, excerpt);
  }

  public static Proof restrict(Resource record, String pointer, String excerpt) {
    return of(Evidence.Side.RESTRICT, record.origin(), pointer, excerpt);
  }

  static Proof network(Resource record, String pointer, String excerpt) {
    return of(Evidence.Side.NETWORK, record.origin(), pointer, excerpt);
  }

  private static Proof of(Evidence.Side side, Origin origin, String pointer, String excerpt) {
    return Proof.of(List.of(new Evidence(side, origin.field(pointer, excerpt), origin.scope(), origin.snapshot())));
  }
}
