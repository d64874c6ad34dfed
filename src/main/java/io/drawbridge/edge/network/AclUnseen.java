package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.NetworkAcl;
import java.util.List;
import java.util.Optional;

/**
 * What a network ACL that was not seen leaves open: it can only close what is open.
 *
 * @param unread that it was never collected
 * @param condition that it lets the packets pass, where it could not be read
 */
record AclUnseen(List<Unread> unread, Condition condition) {

  static final Operation ACLS = new Operation("ec2", "describe-network-acls");

  /**
   * Of a subnet.
   *
   * @param subject of the condition: the host, or the VPC where it is the same for many
   */
  static AclUnseen of(Estate estate, Scope scope, Optional<NetworkAcl> seen, ResourceId subject) {
    if (seen.isPresent()) {
      return new AclUnseen(List.of(), Condition.NONE);
    }
    if (estate.coverage().reading(scope, ACLS) != Reading.UNREADABLE) {
      return new AclUnseen(List.of(new Unread(scope, ACLS.toString())), Condition.NONE);
    }
    return new AclUnseen(List.of(), Condition.of(new Atom(subject, "unread:" + ACLS, "Permits", List.of(), false,
        "the subnet's network ACL, which could not be read, lets the packets pass")));
  }
}
