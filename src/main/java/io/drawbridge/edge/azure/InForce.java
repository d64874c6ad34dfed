package io.drawbridge.edge.azure;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.azure.Term;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether what holds for a time held when its listing was read; where that is not known, what was listed is in force. */
public final class InForce {

  private final Estate estate;
  private final Map<Listing, Optional<Instant>> readAt = new HashMap<>();

  /** One listing of one scope. */
  private record Listing(Scope scope, Operation operation) {}

  private InForce(Estate estate) {
    this.estate = estate;
  }

  public static InForce of(Estate estate) {
    return estate.view(InForce.class, InForce::new);
  }

  public boolean holds(Origin read, Term term) {
    var listing = new Listing(read.scope(), Operation.parse(read.document().kind()));
    return readAt.computeIfAbsent(listing, this::readAt).map(term::holdsAt).orElse(true);
  }

  private Optional<Instant> readAt(Listing listing) {
    return estate.coverage().entries(listing.scope, listing.operation).stream().map(CoverageEntry::readAt).filter(Instant.EPOCH::isBefore)
        .max(Instant::compareTo);
  }
}
