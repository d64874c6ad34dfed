package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * What the credential report says of a user's sign-in.
 *
 * @param id of the user
 * @param password whether it has one, and may sign in to the console
 * @param secondFactor whether a device is asked for besides
 */
public record UserCredentials(Origin origin, Arn id, boolean password, boolean secondFactor) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
