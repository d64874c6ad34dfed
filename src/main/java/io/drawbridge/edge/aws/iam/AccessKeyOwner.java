package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AccessKey;
import io.drawbridge.inventory.aws.IamUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who has an active access key is its user.
 *
 * <p>Source: IAM User Guide, "Manage access keys for IAM users". The names of users are unique in an account whatever their path is.
 */
public final class AccessKeyOwner implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("aws-access-key", "signs in with the user's access key", "T1078.004", "take long-lived keys out of use");
  private static final Operation USERS = Operation.parse("iam:get-account-authorization-details");

  private record Named(String account, String name) {}

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:list-access-keys"), USERS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<Named, Arn> users = new HashMap<>();
    estate.inventory().all(IamUser.class).forEach(user -> users.put(new Named(user.id().account(), user.name()), user.id()));
    for (AccessKey key : estate.inventory().all(AccessKey.class)) {
      Arn user = users.get(new Named(key.scope().id(), key.userName()));
      if (user == null) {
        if (estate.coverage().reading(key.scope(), USERS) != Reading.READ) {
          sink.gap(Gaps.of(estate, key.scope(), USERS, "", "whose user an access key signs in is not known"));
        }
      } else if (key.active()) {
        var active = ServiceRole.fact(key.origin(), "/Status", "Active");
        sink.edge(Edge.of(key.id(), user, EdgeKind.AUTHENTICATES_AS, TECHNIQUE.id(), Proof.of(List.of(active)), Likelihood.CERTAIN.cost()));
      }
    }
  }
}
