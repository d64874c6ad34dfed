package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.SortedMap;

/**
 * Registration by which machines of elsewhere join Systems Manager; its code is never told.
 *
 * @param iamRole name of the role whose credentials its machines get
 */
public record SsmActivation(Origin origin, Arn id, String iamRole, boolean expired, SortedMap<String, String> tags) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
