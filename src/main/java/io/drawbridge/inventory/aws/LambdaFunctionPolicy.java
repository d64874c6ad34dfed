package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.Optional;

/** What a Lambda function, or a version or alias of one, says itself of who may use it, under its ARN. */
public record LambdaFunctionPolicy(Origin origin, Arn id, NamedPolicy policy) implements Resource {

  private static final String KIND = "function:";

  /** What the function itself says, without its versions and aliases; empty when it says nothing or was not asked. */
  public static Optional<NamedPolicy> of(Inventory inventory, LambdaFunction function) {
    return inventory.find(LambdaFunctionPolicy.class, function.id()).map(LambdaFunctionPolicy::policy);
  }

  /** The function, without version or alias. */
  public Arn function() {
    String qualified = id.resource().substring(KIND.length());
    return Arn.of(id.service(), id.region(), id.account(), KIND + qualified.split(":", 2)[0]);
  }

  @Override
  public String name() {
    return id.name();
  }
}
