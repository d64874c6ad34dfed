package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
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
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.inventory.aws.IamUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A user is a member of its IAM groups.
 *
 * <p>What a group's policies allow is evaluated with the user's own, under the user's boundary: the group itself leads nowhere.
 */
public final class GroupMembership implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("aws-group-member", "has what the group has", "T1078.004", "take the user out of the group");
  private record Named(String account, String name) {}

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<Named, Arn> groups = new HashMap<>();
    estate.inventory().all(IamGroup.class).forEach(group -> groups.put(new Named(group.id().account(), group.name()), group.id()));
    for (IamUser user : estate.inventory().all(IamUser.class)) {
      for (String name : user.groupNames()) {
        Arn group = groups.get(new Named(user.id().account(), name));
        if (group != null) {
          var listed = ServiceRole.fact(user.origin(), "/GroupList", name);
          sink.edge(Edge.of(user.id(), group, EdgeKind.MEMBER_OF, TECHNIQUE.id(), Proof.of(List.of(listed)), Likelihood.CERTAIN.cost()));
        }
      }
    }
  }
}
