package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.AzureSubnet;
import io.drawbridge.inventory.azure.NetworkInterface;
import io.drawbridge.inventory.azure.NetworkInterface.IpConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One address of a machine's or scale set's interface in a virtual network.
 *
 * @param host a virtual machine, or the scale set of an instance
 * @param subnet that it is in; empty when networks were not read
 */
record AzureEndpoint(ArmId host, NetworkInterface attached, IpConfiguration configuration, Optional<AzureSubnet> subnet) {

  private static final String SUBNETS = "/subnets/";

  /** The network security groups that a packet to it must pass, in that order; one from it, in the other. */
  List<ArmId> groupIds() {
    return Stream.of(subnet.flatMap(AzureSubnet::networkSecurityGroup), attached.networkSecurityGroup()).flatMap(Optional::stream).toList();
  }

  ArmId subnetId() {
    return configuration.subnet().orElse(attached.id());
  }

  /** The virtual network that its subnet's id names. */
  Optional<ArmId> network() {
    return configuration.subnet().flatMap(AzureEndpoint::networkOf);
  }

  static Optional<ArmId> networkOf(ArmId subnet) {
    int at = subnet.text().indexOf(SUBNETS);
    return at < 0 ? Optional.empty() : Optional.of(new ArmId(subnet.text().substring(0, at)));
  }

  /** Its private address; of an instance that is not there yet, the block of its subnet. */
  Optional<IpBlock> address() {
    return IpBlock.parse(configuration.privateAddress()).or(() -> subnet.stream().flatMap(inside -> inside.addressBlocks().stream())
        .flatMap(block -> IpBlock.parse(block).stream()).findFirst());
  }

  /** What rules of network security groups may call it by. */
  AzureFilters.Named named() {
    Set<String> groups = new TreeSet<>();
    configuration.applicationSecurityGroups().forEach(group -> groups.add(group.text()));
    return new AzureFilters.Named(address(), groups);
  }

  /** Where it is. */
  Proof proof() {
    String address = configuration.privateAddress().isEmpty() ? "an address" : "address " + configuration.privateAddress();
    return Proof.of(List.of(evidence(address + " in " + subnetId().name())));
  }

  Evidence evidence(String excerpt) {
    return Observed.network(attached.origin(), configuration.pointer(), excerpt);
  }
}
