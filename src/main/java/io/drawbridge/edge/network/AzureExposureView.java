package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.edge.network.SecurityRules.Target;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.azure.AzureRouteTable;
import io.drawbridge.inventory.azure.AzureSubnet;
import io.drawbridge.inventory.azure.NetworkInterface;
import io.drawbridge.inventory.azure.NetworkInterface.IpConfiguration;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.PublicIpAddress;
import io.drawbridge.inventory.azure.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which virtual machines the internet reaches by a public IPv4 address of their own.
 *
 * <p><b>Not modelled:</b> whether the machine runs, which a listing does not say; IPv6; load balancers, NAT rules, firewalls in between;
 * Azure Virtual Network Manager's admin rules.
 */
final class AzureExposureView {

  static final Operation MACHINES = new Operation("arm", "microsoft.compute/virtualmachines");
  static final Operation INTERFACES = new Operation("arm", "microsoft.network/networkinterfaces");
  static final Operation ADDRESSES = new Operation("arm", "microsoft.network/publicipaddresses");
  static final Operation GROUPS = new Operation("arm", "microsoft.network/networksecuritygroups");
  static final Operation NETWORKS = new Operation("arm", "microsoft.network/virtualnetworks");
  static final Operation ROUTE_TABLES = new Operation("arm", "microsoft.network/routetables");

  private final Estate estate;
  private final List<Exposure> found = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();

  private AzureExposureView(Estate estate) {
    this.estate = estate;
    for (NetworkInterface attached : estate.inventory().all(NetworkInterface.class)) {
      attached.virtualMachine().ifPresent(machine -> attached.ipConfigurations().forEach(address -> address(machine, attached, address)));
    }
  }

  static AzureExposureView of(Estate estate) {
    return estate.view(AzureExposureView.class, AzureExposureView::new);
  }

  Exposures exposures() {
    return new Exposures(found, gaps);
  }

  /** One public address of a machine's interface. */
  private record Attachment(
      ArmId machine, NetworkInterface attached, IpConfiguration configuration, PublicIpAddress address, Optional<AzureSubnet> subnet) {

    boolean isReachable() {
      return !address.address().isEmpty() && !address.version().equalsIgnoreCase("IPv6");
    }

    boolean isBasic() {
      return address.sku().equalsIgnoreCase("Basic");
    }

    List<ArmId> groupIds() {
      return Stream.of(subnet.flatMap(AzureSubnet::networkSecurityGroup), attached.networkSecurityGroup()).flatMap(Optional::stream).toList();
    }

    ArmId subnetId() {
      return configuration.subnet().orElse(attached.id());
    }

    Target target() {
      return new Target(configuration.privateAddress(), Set.copyOf(configuration.applicationSecurityGroups()));
    }

    Evidence sku() {
      return Observed.network(address.origin(), "/sku/name", (isBasic() ? "Basic" : "Standard") + " address " + address.address());
    }
  }

  private void address(ArmId machine, NetworkInterface attached, IpConfiguration configuration) {
    Optional<AzureSubnet> subnet = configuration.subnet().flatMap(id -> estate.inventory().find(AzureSubnet.class, id));
    configuration.publicAddress().ifPresent(id -> estate.inventory().find(PublicIpAddress.class, id).ifPresentOrElse(
        address -> reach(new Attachment(machine, attached, configuration, address, subnet)),
        () -> gap(ADDRESSES, id, "whether the public address is open without a network security group is not known")));
  }

  private void reach(Attachment attachment) {
    Optional<List<NetworkSecurityGroup>> groups = attachment.isReachable() ? groups(attachment) : Optional.empty();
    if (groups.isEmpty()) {
      return;
    }
    var unseen = new Unseen(attachment.machine);
    Optional<AzureRouteTable> table = routes(attachment, unseen);
    Optional<Evidence> openWithoutGroup = attachment.isBasic() ? Optional.of(attachment.sku()) : Optional.empty();
    Passed arriving = new AzureWay(groups.get(), table, attachment.target(), openWithoutGroup).fromInternet();
    if (!arriving.isNothing()) {
      List<Evidence> evidence = new ArrayList<>(arriving.by());
      evidence.add(attachment.sku());
      evidence.add(Observed.network(attachment.attached.origin(), attachment.configuration.pointer(), "public address " + attachment.address.id()));
      found.add(new Exposure(node(attachment.machine), arriving.ports(), new Proof(evidence, unseen.unread), new Condition(unseen.atoms), List.of()));
    }
  }

  /** The groups that a packet must pass; nothing when one that may have to open the port was not read. */
  private Optional<List<NetworkSecurityGroup>> groups(Attachment attachment) {
    if (attachment.subnet.isEmpty() && attachment.groupIds().isEmpty() && !attachment.isBasic()) {
      gap(NETWORKS, attachment.subnetId(), "whether the subnet has a network security group that opens the address is not known");
      return Optional.empty();
    }
    List<NetworkSecurityGroup> groups = new ArrayList<>();
    for (ArmId id : attachment.groupIds()) {
      estate.inventory().find(NetworkSecurityGroup.class, id)
          .ifPresentOrElse(groups::add, () -> gap(GROUPS, id, "which ports the network security group opens is not known"));
    }
    return groups.size() == attachment.groupIds().size() ? Optional.of(groups) : Optional.empty();
  }

  private Optional<AzureRouteTable> routes(Attachment attachment, Unseen unseen) {
    if (attachment.subnet.isEmpty()) {
      unseen.add(NETWORKS, attachment.subnetId(), "the subnet's network security group and routes");
    }
    Optional<ArmId> id = attachment.subnet.flatMap(AzureSubnet::routeTable);
    Optional<AzureRouteTable> table = id.flatMap(known -> estate.inventory().find(AzureRouteTable.class, known));
    id.filter(known -> table.isEmpty()).ifPresent(known -> unseen.add(ROUTE_TABLES, known, "the subnet's route table"));
    return table;
  }

  private Node node(ArmId machine) {
    Optional<VirtualMachine> known = estate.inventory().find(VirtualMachine.class, machine);
    return Node.of(machine, NodeKind.VIRTUAL_MACHINE, known.map(VirtualMachine::name).orElse(machine.name()), scope(machine));
  }

  private void gap(Operation operation, ArmId id, String message) {
    gaps.add(Gaps.of(estate, scope(id), operation, id.text(), message));
  }

  private static Scope scope(ArmId id) {
    return id.subscription().map(Scope::subscription).orElse(Scope.WORLD);
  }

  /** Filters that can only close what is open, and were not seen. */
  private final class Unseen {
    private final ArmId machine;
    private final List<Unread> unread = new ArrayList<>();
    private final List<Atom> atoms = new ArrayList<>();

    Unseen(ArmId machine) {
      this.machine = machine;
    }

    void add(Operation operation, ArmId id, String noun) {
      if (estate.coverage().reading(scope(id), operation) == Reading.UNREADABLE) {
        atoms.add(new Atom(machine, "unread:" + operation, "Permits", List.of(id.text()), false,
            noun + ", which could not be read, let the packets pass"));
      } else {
        unread.add(new Unread(scope(id), operation.toString()));
      }
    }
  }
}
