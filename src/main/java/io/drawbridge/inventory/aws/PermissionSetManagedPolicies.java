package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** The managed policies of AWS that a permission set attaches to its roles. */
public record PermissionSetManagedPolicies(Origin origin, Arn id, List<String> policyArns) implements Resource {

  public PermissionSetManagedPolicies {
    policyArns = List.copyOf(policyArns);
  }

  /** Where the answer about a permission set stands. */
  public static Arn idOf(Arn permissionSet) {
    return new Arn(permissionSet.text() + "/managed-policies");
  }

  @Override
  public String name() {
    return id.name();
  }
}
