package io.drawbridge.edge.aws.iam;

import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.SortedMap;

/**
 * A user or role and where its policies hang, which says what must be written to change them.
 *
 * @param attached ARNs of managed policies on the principal itself
 * @param groups of a user; those that were read
 * @param boundaryArn or empty
 */
record Bearer(
    AwsIdentity identity, Origin origin, List<NamedPolicy> inline, List<String> attached, List<IamGroup> groups, String boundaryArn, SortedMap<String, String> tags) {

  static Bearer of(AwsIdentity identity, IamUser user, List<IamGroup> groups) {
    return new Bearer(identity, user.origin(), user.inlinePolicies(), user.attachedPolicyArns(), groups, user.boundaryArn(), user.tags());
  }

  static Bearer of(AwsIdentity identity, IamRole role) {
    return new Bearer(identity, role.origin(), role.inlinePolicies(), role.attachedPolicyArns(), List.of(), role.boundaryArn(), role.tags());
  }
}
