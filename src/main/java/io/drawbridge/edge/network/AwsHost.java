package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.SecurityGroup;
import io.drawbridge.inventory.aws.Subnet;
import java.util.List;
import java.util.Set;

/**
 * One address at which a host stands in a VPC.
 *
 * @param address the whole subnet's block where the host has some address of it
 * @param groups those that were read, of {@code groupIds}
 * @param proof of its interface and its state
 * @param sends whether who controls the host can open connections
 * @param receives the ports that it takes connections at
 */
record AwsHost(ResourceId id, Subnet subnet, IpBlock address, List<SecurityGroup> groups, Set<String> groupIds, Proof proof, boolean sends, PortSet receives) {

  AwsHost {
    groups = List.copyOf(groups);
    groupIds = Set.copyOf(groupIds);
  }

  String vpc() {
    return subnet.vpcId();
  }

  /** As rules see it from the other end. */
  Peer peer() {
    return new Peer(address, groupIds);
  }

  /** Whether what its groups let out is known. */
  boolean tellsOutbound() {
    return groups.size() == groupIds.size() && groups.stream().allMatch(SecurityGroup::tellsOutbound);
  }

  /** Whether everything goes out; groups whose rules were not read let everything out, and so does having no group. */
  boolean isOpenOutbound() {
    return groupIds.isEmpty() || !tellsOutbound() || groups.stream().anyMatch(group -> group.outbound().stream().anyMatch(this::letsAllOut));
  }

  private boolean letsAllOut(SecurityGroup.Rule rule) {
    return rule.protocol().equals("-1") && rule.cidrs().contains(address.isV6() ? "::/0" : "0.0.0.0/0");
  }
}
