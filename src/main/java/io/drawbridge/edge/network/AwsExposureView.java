package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.compute.InstanceConnect;
import io.drawbridge.edge.aws.compute.InstanceConnect.Reach;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.NodeKind;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which EC2 instances the internet reaches: running, a public IPv4 address or an IPv6 address on an interface, a route to an internet gateway, and a
 * security group and network ACL that let the packet in and its answer out.
 *
 * <p>Source: Amazon VPC User Guide, "Enable internet access for a VPC using an internet gateway", "Network ACL rules", "Security group
 * rules". <b>Not modelled:</b> route tables of the gateway itself (a firewall in between); packets
 * that come through load balancers.
 */
final class AwsExposureView {

  static final Operation INSTANCES = new Operation("ec2", "describe-instances");
  static final Operation SUBNETS = new Operation("ec2", "describe-subnets");
  static final Operation ROUTE_TABLES = new Operation("ec2", "describe-route-tables");
  static final Operation ACLS = new Operation("ec2", "describe-network-acls");
  static final Operation SECURITY_GROUPS = new Operation("ec2", "describe-security-groups");
  static final Operation FINDINGS = new Operation("inspector2", "list-findings");

  private final Estate estate;
  private final AwsNetwork network;
  private final List<Exposure> found = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();

  private AwsExposureView(Estate estate) {
    this.estate = estate;
    this.network = AwsNetwork.of(estate);
    estate.inventory().all(Ec2Instance.class).stream().filter(instance -> instance.state().equals("running")).forEach(this::instance);
  }

  static AwsExposureView of(Estate estate) {
    return estate.view(AwsExposureView.class, AwsExposureView::new);
  }

  Exposures exposures() {
    return new Exposures(found, gaps);
  }

  /** The instances whose port for SSH the internet reaches; the way that asks least where there are several. */
  static Map<ResourceId, Reach> openForSsh(Estate estate) {
    Map<ResourceId, Reach> open = new HashMap<>();
    for (Exposure exposure : of(estate).found) {
      if (exposure.ports().contains(InstanceConnect.SSH)) {
        open.merge(exposure.host().id(), new Reach(exposure.proof(), exposure.condition()), (one, other) -> one.condition().equals(Condition.NONE) ? one : other);
      }
    }
    return open;
  }

  private void instance(Ec2Instance instance) {
    for (NetworkInterface attached : network.interfaces(instance.id().name())) {
      attached.publicAddresses().stream().findFirst().ifPresent(address -> reach(instance, attached, address.pointer(), address.address()));
      attached.addresses().stream().filter(address -> address.address().indexOf(':') >= 0).findFirst()
          .ifPresent(address -> reach(instance, attached, address.pointer(), address.address()));
    }
  }

  /** All public addresses of one family are filtered alike. */
  private void reach(Ec2Instance instance, NetworkInterface attached, String pointer, String address) {
    Optional<RouteTable> table = network.routeTable(attached.subnetId());
    if (table.isEmpty()) {
      gap(attached, network.subnet(attached.subnetId()).isEmpty() ? SUBNETS : ROUTE_TABLES, attached.subnetId(),
          "whether a route leads from the interface's subnet to the internet is not known");
      return;
    }
    attached.groupIds().stream().filter(group -> network.group(group).isEmpty())
        .forEach(group -> gap(attached, SECURITY_GROUPS, group, "which ports the security group opens is not known"));
    Optional<NetworkAcl> acl = network.acl(attached.subnetId());
    Passed arriving = new AwsWay(network, network.groups(attached.groupIds()), acl, table.get()).fromInternet(address.indexOf(':') >= 0)
        .because(List.of(Observed.network(attached.origin(), pointer, address)));
    if (!arriving.isNothing()) {
      found.add(exposure(instance, attached, arriving, acl.isPresent()));
    }
  }

  private Exposure exposure(Ec2Instance instance, NetworkInterface attached, Passed arriving, boolean aclRead) {
    List<Evidence> evidence = new ArrayList<>(arriving.by());
    evidence.add(Observed.fact(instance.origin(), "/State/Name", instance.state()));
    boolean unreadable = !aclRead && estate.coverage().reading(attached.scope(), ACLS) == Reading.UNREADABLE;
    List<Unread> unread = aclRead || unreadable ? List.of() : List.of(new Unread(attached.scope(), ACLS.toString()));
    Condition condition = unreadable ? Condition.of(spared(instance.id())) : Condition.NONE;
    Node host = Node.of(instance.id(), NodeKind.EC2_INSTANCE, instance.name(), instance.scope());
    return new Exposure(host, arriving.ports(), new Proof(evidence, unread), condition, AwsFlaws.of(estate).of(instance.id()));
  }

  private static Atom spared(ResourceId host) {
    return new Atom(host, "unread:" + ACLS, "Permits", List.of(), false, "the subnet's network ACL, which could not be read, lets the packets pass");
  }

  private void gap(NetworkInterface attached, Operation operation, String resource, String message) {
    gaps.add(Gaps.of(estate, attached.scope(), operation, resource, message));
  }
}
