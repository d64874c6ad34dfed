package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Cluster of databases of Amazon RDS, whose members are instances.
 *
 * @param resourceId what RDS calls it in permissions to connect
 * @param dataApi whether it answers SQL over HTTPS
 * @param masterSecret where RDS keeps its master user's password in Secrets Manager, or empty
 */
public record RdsCluster(Origin origin, Arn id, String resourceId, boolean dataApi, String masterSecret) implements Resource {

  @Override
  public String name() {
    return id.resource().substring(id.resource().indexOf(':') + 1);
  }
}
