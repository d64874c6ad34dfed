package io.drawbridge.edge.network;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What filters and routes tell apart of the hosts of a VPC, security groups of receivers aside: of two hosts at one place the same packets
 * get through on the way.
 *
 * @param subnet empty where the subnet's ACL lets everything through, so that it makes no difference who is in which subnet
 * @param acl empty where it was not read
 * @param table empty where the routes lead to no other VPC
 * @param block the narrowest of the blocks that ACLs, routes and rules for what goes out name; empty where they name none around the host
 * @param groups of a sender: those that limit what goes out; of a receiver: those that such rules speak of
 */
record AwsPlace(String account, String vpc, boolean isV6, String subnet, String acl, String table, String block, List<String> groups) {

  AwsPlace {
    groups = groups.stream().sorted().toList();
  }

  /** Behind the VPC's: what the names of sets have in common with the place. */
  String suffix() {
    return Stream.concat(Stream.of(isV6 ? "v6" : "", acl, subnet, table, block), groups.stream()).filter(part -> !part.isEmpty()).map(part -> "/" + part).collect(Collectors.joining());
  }
}
