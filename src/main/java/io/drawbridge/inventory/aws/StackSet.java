package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/**
 * Stack set of AWS CloudFormation.
 *
 * @param setId by which its instances name it: {@code name:uuid}
 * @param selfManaged false when CloudFormation brings roles of its own into the accounts of an organization
 * @param administrationRole ARN of the role that takes the execution roles; empty when nobody chose one
 */
public record StackSet(Origin origin, Arn id, String setId, boolean selfManaged, String status, String administrationRole, SortedMap<String, String> tags) implements Resource {

  @Override
  public String name() {
    return setId.split(":", 2)[0];
  }
}
