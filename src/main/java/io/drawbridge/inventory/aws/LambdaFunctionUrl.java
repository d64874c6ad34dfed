package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * The web address of a Lambda function, or of an alias of one, under its ARN.
 *
 * @param authType {@code NONE} or {@code AWS_IAM}
 */
public record LambdaFunctionUrl(Origin origin, Arn id, String authType) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
