package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** EC2 security group with its inbound rules. */
public record SecurityGroup(Origin origin, Arn id, String displayName, List<InboundRule> inbound) implements Resource {

  public SecurityGroup {
    inbound = List.copyOf(inbound);
  }

  /**
   * One inbound permission.
   *
   * @param protocol {@code tcp}, {@code udp}, {@code icmp} or {@code -1} for all
   * @param fromPort 0 when all ports are meant
   * @param pointer in the group's item
   */
  public record InboundRule(String protocol, int fromPort, int toPort, List<String> cidrs, List<String> groupIds, String pointer) {
    public InboundRule {
      cidrs = List.copyOf(cidrs);
      groupIds = List.copyOf(groupIds);
    }
  }

  @Override
  public String name() {
    return displayName;
  }
}
