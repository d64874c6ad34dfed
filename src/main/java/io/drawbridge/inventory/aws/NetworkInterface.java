package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Network interface of EC2.
 *
 * @param addresses private ones of IPv4, and those of IPv6, primary first
 * @param publicAddresses of IPv4
 * @param owner what AWS says it is for: a load balancer's name, a service; empty for one of the account's own
 */
public record NetworkInterface(
    Origin origin, Arn id, String vpcId, String subnetId, String instanceId, List<Address> addresses, List<PublicAddress> publicAddresses, List<String> groupIds, String owner)
    implements Resource {

  public NetworkInterface {
    addresses = List.copyOf(addresses);
    publicAddresses = List.copyOf(publicAddresses);
    groupIds = List.copyOf(groupIds);
  }

  /** An address inside of the VPC, or of IPv6. */
  public record Address(String address, String pointer) {}

  /** An address of the internet's that stands for a private one. */
  public record PublicAddress(String address, String pointer) {}

  @Override
  public String name() {
    return id.name();
  }
}
