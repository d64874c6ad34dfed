package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Version of an application of AWS Elastic Beanstalk, under an ARN of its application and label.
 *
 * @param bundle where its program lies in S3: {@code bucket/key}
 */
public record BeanstalkVersion(Origin origin, Arn id, String bundle) implements Resource {

  /** The ARN of a version. Source: Service Authorization Reference, "Resource types defined by AWS Elastic Beanstalk". */
  public static Arn arn(String region, String account, String application, String label) {
    return Arn.of("elasticbeanstalk", region, account, "applicationversion/" + application + "/" + label);
  }

  @Override
  public String name() {
    return id.name();
  }
}
