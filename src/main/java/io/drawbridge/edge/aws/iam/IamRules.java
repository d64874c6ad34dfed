package io.drawbridge.edge.aws.iam;

import io.drawbridge.edge.EdgeRule;
import java.util.List;
import java.util.stream.Stream;

/** Who takes over which principal of IAM, and who becomes administrator. */
public final class IamRules {

  public static final List<EdgeRule> ALL =
      Stream.<List<? extends EdgeRule>>of(PrincipalTakeover.ALL, Strengthening.ALL,
              List.of(new RoleAssumption(), new AccessKeyOwner(), new GroupMembership(), new SelfEscalation()))
          .<EdgeRule>flatMap(List::stream)
          .toList();

  private IamRules() {}
}
