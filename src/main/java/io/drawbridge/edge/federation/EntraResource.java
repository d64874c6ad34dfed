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
 * @param delegation how a token for it is had in a user's name
 * @param audiences what the audience of such a token may be
 * @param assigned the only principals that get a token, when assignment is required
 */
record EntraResource(EntraId id, int version, Delegation delegation, NavigableSet<String> audiences, Optional<NavigableSet<ResourceId>> assigned, Evidence evidence) {

  /** How an application gets a token for it in a user's name. */
  enum Delegation {
    /** Not at all: it has no delegated permission. */
    NEVER,
    /** By consent, which somebody gives or has given to some application. */
    BY_CONSENT,
    /** By one of Microsoft's own command lines, which hands the token to the user. */
    BY_COMMAND_LINE
  }

  /** Whether a principal of the tenant gets a token. */
  boolean admits(ResourceId principal) {
    return assigned.isEmpty() || assigned.get().contains(principal);
  }
}
