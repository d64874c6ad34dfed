package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.graph.Evidence;
import java.util.Optional;
import java.util.NavigableSet;

/**
 * Something in a tenant that tokens can be asked for.
 *
 * @param id of its service principal
 * @param version of the tokens that it accepts: 1 or 2, which also decides the issuer
 * @param audiences what the audience of such a token may be
 * @param assigned the only principals that get a token, when assignment is required
 */
record EntraResource(EntraId id, int version, NavigableSet<String> audiences, Optional<NavigableSet<ResourceId>> assigned, Evidence evidence) {

  /** Whether a principal of the tenant gets a token. */
  boolean admits(ResourceId principal) {
    return assigned.isEmpty() || assigned.get().contains(principal);
  }
}
