package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Parameter of Systems Manager; its value is never read.
 *
 * @param parameterName with its path, as it was given
 * @param type String, StringList or SecureString
 * @param kmsKeyId of a SecureString: an ARN, an id or an alias; empty otherwise
 */
public record SsmParameter(Origin origin, Arn id, String parameterName, String type, String kmsKeyId) implements Resource {

  public boolean isSecure() {
    return type.equals("SecureString");
  }

  @Override
  public String name() {
    return parameterName;
  }
}
