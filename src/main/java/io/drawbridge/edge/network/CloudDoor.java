package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Proof;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A host with a public address, or a service, that lets in some addresses and not everybody.
 *
 * @param address of its own; a service's is not known
 * @param blocks that its rules name
 * @param lets what it lets in from an address, beside what it lets in from everybody
 * @param proof of the address and of what sends on
 */
record CloudDoor(
    ResourceId host, String scope, IpBlock address, Collection<IpBlock> blocks, Function<IpBlock, Passed> lets, Proof proof, Condition condition,
    List<KnownFlaw> flaws) {

  CloudDoor {
    blocks = blocks.stream().filter(block -> !block.isV6() && !Attackers.areIn(block)).distinct().sorted().toList();
    flaws = List.copyOf(flaws);
  }

  Receivers receivers() {
    return new Receivers(scope, List.of(new Receivers.Receiver(host, proof, flaws)));
  }

  /** What of a way's ports one address gets beside what everybody gets. */
  static Passed beside(Passed own, PortSet everybody) {
    PortSet more = own.ports().minus(everybody);
    return more.isEmpty() ? Passed.NOTHING : new Passed(more, own.by());
  }
}
