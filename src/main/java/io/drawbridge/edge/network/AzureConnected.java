package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.azure.VirtualNetwork;
import io.drawbridge.inventory.azure.VirtualNetworkPeering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which virtual networks a packet gets to without leaving Azure's own routes: the network itself and those that it is peered with.
 *
 * <p>Why one side is enough: a peering is {@code Connected} only when both networks have it; until then it is {@code Initiated}. Peerings do
 * not pass on: a network's peers reach each other only by a machine or firewall in between.
 *
 * <p>Source: learn.microsoft.com, "Virtual network peering", "Create, change, or delete a virtual network peering": where access to the other
 * network is off, its addresses are not those of the tag {@code VirtualNetwork}, and a rule that names them still lets them in.
 */
final class AzureConnected {

  private final Map<ArmId, Map<ArmId, Link>> links = new HashMap<>();
  private final Map<ArmId, List<IpBlock>> spaces = new HashMap<>();
  private final Map<ArmId, List<IpBlock>> routed = new HashMap<>();

  /**
   * To one network from another.
   *
   * @param tagged whether each counts the other as its virtual network, by the one's own word
   * @param proof the peering; nothing within one network
   */
  record Link(ArmId network, boolean tagged, List<Evidence> proof) {}

  private AzureConnected(Estate estate) {
    estate.inventory().all(VirtualNetwork.class).forEach(network -> spaces.put(network.id(), blocks(network)));
    for (VirtualNetworkPeering peering : estate.inventory().all(VirtualNetworkPeering.class)) {
      if (peering.state().equalsIgnoreCase("Connected")) {
        peering.remoteNetwork().ifPresent(far -> add(peering, owner(peering.id()), far));
      }
    }
  }

  static AzureConnected of(Estate estate) {
    return estate.view(AzureConnected.class, AzureConnected::new);
  }

  private static List<IpBlock> blocks(VirtualNetwork network) {
    return network.addressBlocks().stream().flatMap(block -> IpBlock.parse(block).stream()).toList();
  }

  private static ArmId owner(ArmId peering) {
    return new ArmId(peering.text().substring(0, peering.text().indexOf("/virtualnetworkpeerings/")));
  }

  /** What the network itself says of the link counts for it; the other one's word is taken where its own was not read. */
  private void add(VirtualNetworkPeering peering, ArmId near, ArmId far) {
    Evidence evidence = Observed.network(peering.origin(), "/properties/peeringState", "peering " + peering.name() + " of " + near.name() + " with " + far.name());
    links.computeIfAbsent(near, none -> new TreeMap<>()).put(far, new Link(far, peering.accessAllowed(), List.of(evidence)));
    links.computeIfAbsent(far, none -> new TreeMap<>()).putIfAbsent(near, new Link(near, true, List.of(evidence)));
  }

  /** The network itself, and every network that it is peered with. */
  List<Link> from(ArmId network) {
    List<Link> all = new ArrayList<>();
    all.add(new Link(network, true, List.of()));
    all.addAll(links.getOrDefault(network, Map.of()).values());
    return all;
  }

  /** The blocks that the system's routes lead to from the network. */
  List<IpBlock> routed(ArmId network) {
    return routed.computeIfAbsent(network, one -> from(one).stream().flatMap(link -> spaces.getOrDefault(link.network(), List.of()).stream()).toList());
  }

  /** How one network is led to another. */
  Optional<Link> link(ArmId from, ArmId to) {
    return from.equals(to) ? Optional.of(new Link(to, true, List.of())) : Optional.ofNullable(links.getOrDefault(from, Map.of()).get(to));
  }
}
