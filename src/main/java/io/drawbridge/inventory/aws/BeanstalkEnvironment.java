package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Environment of AWS Elastic Beanstalk.
 *
 * @param environmentId by which its instances are tagged
 * @param application and {@code version} name what it runs
 */
public record BeanstalkEnvironment(Origin origin, Arn id, String environmentId, String application, String version) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
