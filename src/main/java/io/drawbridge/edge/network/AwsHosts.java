package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.Subnet;
import io.drawbridge.inventory.aws.VpcPlacement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands in a VPC: running instances, functions, tasks with a network of their own, databases.
 *
 * <p><b>Not modelled:</b> pods with addresses of their own, which are taken for their node.
 */
final class AwsHosts {

  private final Estate estate;
  private final AwsNetwork network;
  private final List<AwsHost> all = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();

  private AwsHosts(Estate estate) {
    this.estate = estate;
    this.network = AwsNetwork.of(estate);
    estate.inventory().all(Ec2Instance.class).stream().filter(Ec2Instance::isRunning).forEach(this::instance);
    estate.inventory().all(VpcPlacement.class).forEach(this::placement);
  }

  static AwsHosts of(Estate estate) {
    return estate.view(AwsHosts.class, AwsHosts::new);
  }

  List<AwsHost> all() {
    return all;
  }

  List<CoverageGap> gaps() {
    return gaps;
  }

  private void instance(Ec2Instance instance) {
    Evidence state = Observed.fact(instance.origin(), "/State/Name", instance.state());
    network.interfaces(instance.id().name()).forEach(attached -> attached(instance.id(), attached, List.of(state), true, PortSet.ALL));
  }

  private void placement(VpcPlacement placed) {
    PortSet receives = switch (placed.receives()) {
      case 0 -> PortSet.NONE;
      case VpcPlacement.ANY_PORT -> PortSet.ALL;
      default -> PortSet.of(placed.receives(), placed.receives());
    };
    Evidence place = Observed.network(placed.origin(), placed.pointer(), "in " + network.subnets(placed) + placed.interfaceId() + " with " + placed.groupIds());
    network.attached(placed.interfaceId()).ifPresent(attached -> attached(placed.id(), attached, List.of(place), placed.sends(), receives));
    for (String subnetId : network.subnets(placed)) {
      subnet(placed.scope(), subnetId).ifPresent(subnet -> subnet.blocks().stream().flatMap(block -> IpBlock.parse(block).stream()).forEach(block ->
          all.add(new AwsHost(placed.id(), subnet, block, network.groups(placed.groupIds()), Set.copyOf(placed.groupIds()), Proof.of(List.of(place)), placed.sends(), receives))));
    }
  }

  private void attached(ResourceId host, NetworkInterface attached, List<Evidence> facts, boolean sends, PortSet receives) {
    subnet(attached.scope(), attached.subnetId()).ifPresent(subnet -> {
      for (NetworkInterface.Address address : attached.addresses()) {
        List<Evidence> evidence = new ArrayList<>(facts);
        evidence.add(Observed.network(attached.origin(), address.pointer(), address.address() + " in " + attached.groupIds()));
        IpBlock.parse(address.address()).ifPresent(block -> all.add(new AwsHost(host, subnet, block, network.groups(attached.groupIds()), Set.copyOf(attached.groupIds()),
            Proof.of(evidence), sends, receives)));
      }
    });
  }

  private Optional<Subnet> subnet(Scope scope, String subnetId) {
    Optional<Subnet> subnet = network.subnet(subnetId);
    if (subnet.isEmpty() && !subnetId.isEmpty()) {
      gaps.add(Gaps.of(estate, scope, Operation.parse("ec2:describe-subnets"), subnetId, "the VPC that the subnet is of is not known"));
    }
    return subnet;
  }
}
