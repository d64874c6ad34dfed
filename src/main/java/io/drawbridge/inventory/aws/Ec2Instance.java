package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.SortedMap;

/**
 * EC2 instance.
 *
 * @param metadataReachable whether the instance metadata service answers
 */
public record Ec2Instance(Origin origin, Arn id, String displayName, String state, String instanceProfileArn, List<String> interfaceIds, boolean metadataReachable, SortedMap<String, String> tags) implements Resource {

  public Ec2Instance {
    interfaceIds = List.copyOf(interfaceIds);
  }

  @Override
  public String name() {
    return displayName;
  }
}
