package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * IAM role.
 *
 * @param trust empty when it was malformed
 */
public record IamRole(Origin origin, Arn id, String roleId, Optional<PolicyDocument> trust, List<NamedPolicy> inlinePolicies,
    List<String> attachedPolicyArns, String boundaryArn, SortedMap<String, String> tags) implements Resource {

  public IamRole {
    inlinePolicies = List.copyOf(inlinePolicies);
    attachedPolicyArns = List.copyOf(attachedPolicyArns);
  }

  @Override
  public String name() {
    return id.name();
  }
}
