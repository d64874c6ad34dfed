package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.SortedMap;

/**
 * IAM user.
 *
 * @param boundaryArn of the permissions boundary, or empty
 */
public record IamUser(Origin origin, Arn id, String userId, List<NamedPolicy> inlinePolicies, List<String> attachedPolicyArns,
    List<String> groupNames, String boundaryArn, SortedMap<String, String> tags) implements Resource {

  public IamUser {
    inlinePolicies = List.copyOf(inlinePolicies);
    attachedPolicyArns = List.copyOf(attachedPolicyArns);
    groupNames = List.copyOf(groupNames);
  }

  @Override
  public String name() {
    return id.name();
  }
}
