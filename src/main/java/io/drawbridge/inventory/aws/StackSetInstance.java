package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * The stack of a stack set in one account and region.
 *
 * @param setId of the stack set
 * @param target the account that it is in
 */
public record StackSetInstance(Origin origin, Arn id, String setId, String target) implements Resource {

  @Override
  public String name() {
    return target;
  }
}
