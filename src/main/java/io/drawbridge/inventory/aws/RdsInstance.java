package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Database instance of Amazon RDS.
 *
 * @param resourceId what RDS calls it in permissions to connect
 * @param cluster the name of the Aurora or Multi-AZ cluster that it is part of, or empty
 * @param encrypted whether its storage is
 * @param kmsKeyId of encrypted storage; empty otherwise
 * @param backups whether RDS keeps backups of it
 * @param signsInByIam whether its users may sign in with credentials of IAM
 */
public record RdsInstance(Origin origin, Arn id, String resourceId, String cluster, boolean encrypted, String kmsKeyId, boolean backups,
    boolean signsInByIam, SortedMap<String, String> tags)
    implements Resource {

  public RdsInstance {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  @Override
  public String name() {
    return id.resource().substring(id.resource().lastIndexOf(':') + 1);
  }
}
