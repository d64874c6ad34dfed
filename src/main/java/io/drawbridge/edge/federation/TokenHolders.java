package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.GroupMember;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who of a tenant gets a token for a resource.
 *
 * <p>Where assignment is required, a group that is assigned lets its direct members in, and nobody of the groups within it. Source:
 * learn.microsoft.com, "Assign users and groups to an application".
 */
enum TokenHolders {
  /** Applications and managed identities, in their own name. */
  PRINCIPALS("entra-token", EntraToRole.TECHNIQUE.id(), Likelihood.EASY) {
    @Override
    SortedMap<EntraId, Evidence> of(Estate estate, EntraResource resource) {
      SortedMap<EntraId, Evidence> found = new TreeMap<>();
      EntraDirectory.of(estate).holders(resource.id().tenant()).stream().filter(holder -> resource.admits(holder.id()))
          .forEach(holder -> found.put(holder.id(), holder.evidence()));
      return found;
    }
  },
  /** Users, by an application that they sign in to. */
  USERS("entra-user-token", EntraToRole.USER_TECHNIQUE.id(), Likelihood.LIKELY) {
    @Override
    SortedMap<EntraId, Evidence> of(Estate estate, EntraResource resource) {
      SortedMap<EntraId, Evidence> found = new TreeMap<>();
      estate.inventory().all(EntraUser.class).stream()
          .filter(user -> user.accountEnabled() && user.id().tenant().equals(resource.id().tenant()))
          .filter(user -> resource.admits(user.id()) || Directory.of(estate).groups(user.id()).stream().map(GroupMember::group).anyMatch(resource::admits))
          .forEach(user -> found.put(user.id(),
              new Evidence(Evidence.Side.FACT, user.origin().field("/id", user.id().objectId()), user.scope(), user.origin().snapshot())));
      return found;
    }
  };

  private final String capability;
  private final String technique;
  private final Likelihood likelihood;

  TokenHolders(String capability, String technique, Likelihood likelihood) {
    this.capability = capability;
    this.technique = technique;
    this.likelihood = likelihood;
  }

  /** Those whom the resource admits, each with what shows that it is there and enabled. */
  abstract SortedMap<EntraId, Evidence> of(Estate estate, EntraResource resource);

  String capability() {
    return capability;
  }

  /** The id of the technique. */
  String technique() {
    return technique;
  }

  Likelihood likelihood() {
    return likelihood;
  }
}
