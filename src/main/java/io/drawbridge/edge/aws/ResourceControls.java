package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import java.util.Set;

/**
 * The services whose resources are under resource control policies.
 *
 * <p>Source: Organizations User Guide, "List of AWS services that support RCPs".
 */
final class ResourceControls {

  private static final Set<String> SERVICES =
      Set.of("s3", "sts", "kms", "sqs", "secretsmanager", "ecr", "aoss", "cognito-identity", "cognito-idp", "logs", "dynamodb");

  private ResourceControls() {}

  static boolean cover(String action) {
    int colon = action.indexOf(':');
    return colon > 0 && SERVICES.contains(ResourceId.lowerCase(action.substring(0, colon)));
  }
}
