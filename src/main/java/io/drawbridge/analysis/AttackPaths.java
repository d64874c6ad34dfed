package io.drawbridge.analysis;

import io.drawbridge.graph.ContentHash;

/** Tells people about routes. */
public final class AttackPaths {

  private static final int ID_DIGITS = 32;

  private AttackPaths() {}

  public static AttackPath describe(Route route) {
    return new AttackPath(id(route), PathName.of(route), PathRisk.of(route), PathSummary.of(route), route);
  }

  /** The same for the same hops in every snapshot, whatever sets they ran through. */
  private static String id(Route route) {
    var hash = new ContentHash();
    route.hops().forEach(hop -> hash.add(hop.edge().key().value()));
    return hash.hex().substring(0, ID_DIGITS);
  }
}
