package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * EC2 security group.
 *
 * @param inbound what comes in
 * @param outbound what goes out
 * @param tellsOutbound false when the listing is without rules for what goes out, which is not the same as none
 */
public record SecurityGroup(Origin origin, Arn id, String displayName, String vpcId, List<Rule> inbound, List<Rule> outbound, boolean tellsOutbound) implements Resource {

  public SecurityGroup {
    inbound = List.copyOf(inbound);
    outbound = List.copyOf(outbound);
  }

  /**
   * One permission.
   *
   * @param protocol {@code tcp}, {@code udp}, {@code icmp}, a number, or {@code -1} for all
   * @param fromPort 0 when all ports are meant
   * @param cidrs of IPv4 and IPv6
   * @param groupIds of security groups, of a peered VPC too
   * @param pointer in the group's item
   */
  public record Rule(String protocol, int fromPort, int toPort, List<String> cidrs, List<String> groupIds, List<String> prefixListIds, String pointer) {
    public Rule {
      cidrs = List.copyOf(cidrs);
      groupIds = List.copyOf(groupIds);
      prefixListIds = List.copyOf(prefixListIds);
    }
  }

  @Override
  public String name() {
    return displayName;
  }
}
