package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.policy.aws.PolicyDocument;
import java.util.List;
import java.util.Map;

/**
 * The condition keys of a request to S3 that say by which access point it came.
 *
 * <p>Source: S3 User Guide, "Configuring IAM policies for using access points".
 */
public final class AccessPointKeys {

  private static final String POINT = "s3:dataaccesspointarn";
  private static final String ACCOUNT = "s3:dataaccesspointaccount";
  private static final String ORIGINS = "s3:accesspointnetworkorigin";

  /** A request to the bucket itself has none of them. */
  public static final Map<String, List<String>> NONE = Map.of(POINT, List.of(), ACCOUNT, List.of(), ORIGINS, List.of());

  private AccessPointKeys() {}

  public static Map<String, List<String>> of(Arn point, String origins) {
    return Map.of(POINT, List.of(point.text()), ACCOUNT, List.of(point.account()), ORIGINS, List.of(origins));
  }

  /** Whether a bucket's policy leaves some of its say to access points. */
  public static boolean delegates(PolicyDocument policy) {
    return policy.statements().stream().anyMatch(statement -> statement.allows()
        && statement.conditions().stream().anyMatch(clause -> NONE.containsKey(ResourceId.lowerCase(clause.key()))));
  }
}
