package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.AzureRouteTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in one subnet that no rule and no route tells apart.
 *
 * <p>INVARIANT: within one estate, the scope determines all else.
 *
 * @param scope names the place: the subnet's id, and a hash of what tells its addresses from others there
 * @param address of one of them, to stand for all
 * @param groups application security groups
 * @param filters both ways
 * @param unseen what the filters would ask that were not read
 */
record AzurePlace(
    String scope, ArmId network, ArmId subnet, IpBlock address, Set<String> groups, Filters filters, Optional<AzureRouteTable> routes, Unseen unseen,
    List<AzureEndpoint> endpoints) {

  AzurePlace {
    groups = Set.copyOf(groups);
    endpoints = List.copyOf(endpoints);
  }

  /** Of the subnet and of the interface: a packet must pass each. */
  record Filters(List<PacketFilter> inbound, List<PacketFilter> outbound) {
    Filters {
      inbound = List.copyOf(inbound);
      outbound = List.copyOf(outbound);
    }
  }

  /** Filters that were never collected, and ones that could not be read. */
  record Unseen(Proof proof, Condition condition) {
    boolean isConditional() {
      return !condition.equals(Condition.NONE);
    }
  }

  /** By the scope alone: the rest follows from it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AzurePlace place && scope.equals(place.scope);
  }

  @Override
  public int hashCode() {
    return scope.hashCode();
  }

  /** As rules of others may speak of it. */
  Peer peer(boolean tagged) {
    return AzurePlaces.peer(address, groups, tagged);
  }
}
