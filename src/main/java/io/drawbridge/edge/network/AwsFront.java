package io.drawbridge.edge.network;

import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.Origin;
import java.util.List;

/**
 * A load balancer as packets see it.
 *
 * @param stands its addresses: one for each subnet and family
 * @param groupless whether it has no security groups, as some Network Load Balancers, and lets everything in and out
 */
record AwsFront(Origin origin, String name, String scheme, List<AwsHost> stands, boolean groupless, List<Door> doors) {

  AwsFront {
    stands = List.copyOf(stands);
    doors = List.copyOf(doors);
  }

  boolean isInternetFacing() {
    return scheme.equals("internet-facing");
  }

  Evidence evidence() {
    return Observed.network(origin, "/Scheme", scheme + " load balancer " + name);
  }

  /** What its groups let in. */
  PacketFilter inbound(AwsNetwork network) {
    return groupless ? new PacketFilter.AnyOf(List.of(new FilterRule(0, true, Protocol.ANY, PortSet.ALL, Peers.ANYBODY,
        Observed.network(origin, "/SecurityGroups", "no security group"))))
        : network.filters().inbound(stands.getFirst().groups());
  }

  /** A port that it takes connections at. */
  record Door(int port, Evidence evidence, List<Forward> forwards) {}

  /**
   * Where a port leads.
   *
   * @param type {@code instance}, {@code ip}, {@code lambda} or {@code alb}
   * @param target the id of an instance, an address, or an ARN
   * @param keepsClient whether the target sees the client's address in place of the load balancer's
   */
  record Forward(String type, String target, int port, boolean keepsClient, List<Evidence> by) {}
}
