package io.drawbridge.edge.aws.organization;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import java.util.List;

/**
 * A user of Identity Center is a member of its groups, and has the accounts and permission sets that they are assigned.
 *
 * <p>Source: Identity Store API reference, ListGroupMemberships. <b>Not modelled:</b> groups within groups, which the identity store does
 * not have.
 */
final class IdentityCenterMembership implements EdgeRule {

  private static final Technique TECHNIQUE =
      new Technique("aws-identity-center-member", "has what the group of Identity Center is assigned", "T1078.004", "take the user out of the group");

  @Override
  public List<Operation> reads() {
    return List.of(IdentityCenter.USERS, IdentityCenter.GROUPS, IdentityCenter.MEMBERSHIPS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    IdentityCenter.of(estate).memberships().forEach(membership -> {
      var listed = ServiceRole.fact(membership.origin(), "/GroupMemberships", membership.id().name() + " is a member");
      sink.edge(Edge.of(membership.member(), membership.group(), EdgeKind.MEMBER_OF, TECHNIQUE.id(), Proof.of(List.of(listed)), Likelihood.CERTAIN.cost()));
    });
  }
}
