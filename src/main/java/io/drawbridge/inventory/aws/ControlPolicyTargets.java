package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * What a control policy is attached to.
 *
 * @param policyId {@code p-…}
 * @param targetIds roots ({@code r-…}), organizational units ({@code ou-…}) and accounts
 */
public record ControlPolicyTargets(Origin origin, Arn id, String policyId, List<String> targetIds) implements Resource {

  public ControlPolicyTargets {
    targetIds = List.copyOf(targetIds);
  }

  @Override
  public String name() {
    return policyId;
  }
}
