package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Cluster of Amazon Redshift.
 *
 * @param masterUser the database user that may do everything in it
 */
public record RedshiftCluster(Origin origin, Arn id, String masterUser) implements Resource {

  @Override
  public String name() {
    return id.resource().substring(id.resource().indexOf(':') + 1);
  }
}
