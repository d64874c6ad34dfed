package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;

/** IAM group. */
public record IamGroup(Origin origin, Arn id, List<NamedPolicy> inlinePolicies, List<String> attachedPolicyArns) implements Resource {

  public IamGroup {
    inlinePolicies = List.copyOf(inlinePolicies);
    attachedPolicyArns = List.copyOf(attachedPolicyArns);
  }

  @Override
  public String name() {
    return id.name();
  }
}
