package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Rule of a listener.
 *
 * @param targetGroups what its action forwards to
 */
public record LoadBalancerRule(Origin origin, Arn id, String priority, List<String> targetGroups) implements Resource {

  public LoadBalancerRule {
    targetGroups = List.copyOf(targetGroups);
  }

  /** The ARN of its listener. */
  public String listenerArn() {
    String text = id.text().replace(":listener-rule/", ":listener/");
    return text.substring(0, text.lastIndexOf('/'));
  }

  @Override
  public String name() {
    return priority;
  }
}
