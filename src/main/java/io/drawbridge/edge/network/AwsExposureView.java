package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.compute.InstanceConnect;
import io.drawbridge.edge.aws.compute.InstanceConnect.Reach;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.EksCluster;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.RouteTable;
import io.drawbridge.inventory.aws.VpcPlacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which hosts in VPCs the internet reaches. An EC2 instance: running, a public IPv4 address or an IPv6 address on an interface, a route to an
 * internet gateway, and a security group and network ACL that let the packet in and its answer out.
 *
 * <p>Source: Amazon VPC User Guide, "Enable internet access for a VPC using an internet gateway", "Network ACL rules", "Security group
 * rules". Besides: tasks with an interface of their own, databases that are
 * publicly accessible, cluster endpoints that answer anybody, and what load balancers lead to. <b>Not modelled:</b> UDP; VPC Block Public Access;
 * route tables of the gateway itself (a firewall in between).
 */
final class AwsExposureView {

  static final Operation INSTANCES = new Operation("ec2", "describe-instances");
  static final Operation SUBNETS = new Operation("ec2", "describe-subnets");
  static final Operation ROUTE_TABLES = new Operation("ec2", "describe-route-tables");
  static final Operation SECURITY_GROUPS = new Operation("ec2", "describe-security-groups");
  static final Operation FINDINGS = new Operation("inspector2", "list-findings");

  private static final int HTTPS = 443;

  private final Estate estate;
  private final AwsNetwork network;
  private final List<Exposure> found = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();

  private AwsExposureView(Estate estate) {
    this.estate = estate;
    this.network = AwsNetwork.of(estate);
    estate.inventory().all(Ec2Instance.class).stream().filter(instance -> instance.state().equals("running")).forEach(this::instance);
    var fronts = new AwsFrontExposures(estate);
    found.addAll(fronts.found());
    gaps.addAll(fronts.gaps());
    estate.inventory().all(VpcPlacement.class).stream().filter(placed -> placed.publiclyAccessible() && placed.receives() > 0).forEach(this::placement);
    estate.inventory().all(VpcPlacement.class).forEach(placed -> network.attached(placed.interfaceId())
        .ifPresent(attached -> attached(placed.id(), attached, Observed.network(placed.origin(), placed.pointer(), "interface " + placed.interfaceId()))));
    estate.inventory().all(EksCluster.class).stream().filter(cluster -> cluster.reachable() && cluster.isRunning()).forEach(this::cluster);
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
    Evidence state = Observed.fact(instance.origin(), "/State/Name", instance.state());
    network.interfaces(instance.id().name()).forEach(attached -> attached(instance.id(), attached, state));
  }

  private void attached(Arn host, NetworkInterface attached, Evidence state) {
    attached.publicAddresses().stream().findFirst().ifPresent(address -> reach(host, attached, state, address.pointer(), address.address()));
    attached.addresses().stream().filter(address -> address.address().indexOf(':') >= 0).findFirst()
        .ifPresent(address -> reach(host, attached, state, address.pointer(), address.address()));
  }

  /** All public addresses of one family are filtered alike. */
  private void reach(Arn host, NetworkInterface attached, Evidence state, String pointer, String address) {
    Optional<RouteTable> table = network.routeTable(attached.subnetId());
    if (table.isEmpty()) {
      gap(attached, network.subnet(attached.subnetId()).isEmpty() ? SUBNETS : ROUTE_TABLES, attached.subnetId(),
          "whether a route leads from the interface's subnet to the internet is not known");
      return;
    }
    attached.groupIds().stream().filter(group -> network.group(group).isEmpty())
        .forEach(group -> gap(attached, SECURITY_GROUPS, group, "which ports the security group opens is not known"));
    Optional<NetworkAcl> acl = network.acl(attached.subnetId());
    Passed arriving = new AwsWay(network, network.filters().inbound(network.groups(attached.groupIds())), acl, table.get()).fromInternet(address.indexOf(':') >= 0, PortSet.ALL)
        .because(List.of(Observed.network(attached.origin(), pointer, address), state));
    if (!arriving.isNothing()) {
      AclUnseen unseen = AclUnseen.of(estate, attached.scope(), acl, host);
      found.add(new Exposure(AwsHostNode.of(estate, host), arriving.ports(), new Proof(arriving.by(), unseen.unread()), unseen.condition(), AwsFlaws.of(estate).of(host)));
    }
  }

  /** A database with a public address, which it has in some of its subnets. */
  private void placement(VpcPlacement placed) {
    placed.groupIds().stream().filter(group -> network.group(group).isEmpty())
        .forEach(group -> gaps.add(Gaps.of(estate, placed.scope(), SECURITY_GROUPS, group, "which ports the security group opens is not known")));
    for (String subnet : network.subnets(placed)) {
      network.routeTable(subnet).ifPresentOrElse(table -> placement(placed, subnet, table),
          () -> gaps.add(Gaps.of(estate, placed.scope(), ROUTE_TABLES, subnet, "whether a route leads from the subnet to the internet is not known")));
    }
  }

  private void placement(VpcPlacement placed, String subnet, RouteTable table) {
    Optional<NetworkAcl> acl = network.acl(subnet);
    PortSet port = PortSet.of(placed.receives(), placed.receives());
    Passed arriving = new AwsWay(network, network.filters().inbound(network.groups(placed.groupIds())), acl, table).fromInternet(false, port);
    if (!arriving.isNothing()) {
      Evidence open = Observed.network(placed.origin(), "/PubliclyAccessible", "publicly accessible at port " + placed.receives());
      AclUnseen unseen = AclUnseen.of(estate, placed.scope(), acl, placed.id());
      found.add(new Exposure(AwsHostNode.of(estate, placed.id()), port, new Proof(arriving.because(List.of(open)).by(), unseen.unread()), unseen.condition(),
          AwsFlaws.of(estate).of(placed.id())));
    }
  }

  private void cluster(EksCluster cluster) {
    Evidence open = Observed.network(cluster.origin(), "/cluster/resourcesVpcConfig/endpointPublicAccess", "the endpoint answers anybody");
    found.add(new Exposure(AwsHostNode.of(estate, cluster.id()), PortSet.of(HTTPS, HTTPS), Proof.of(List.of(open)), Condition.NONE, List.of()));
  }

  private void gap(NetworkInterface attached, Operation operation, String resource, String message) {
    gaps.add(Gaps.of(estate, attached.scope(), operation, resource, message));
  }
}
