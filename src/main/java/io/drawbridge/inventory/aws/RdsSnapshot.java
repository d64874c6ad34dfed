package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Snapshot of a database instance or cluster of Amazon RDS.
 *
 * @param manual true for one that somebody made, false for a backup that RDS made
 * @param kmsKeyId of an encrypted one; empty otherwise
 */
public record RdsSnapshot(Origin origin, Arn id, boolean manual, boolean encrypted, String kmsKeyId, SortedMap<String, String> tags) implements Resource {

  private static final String OF_CLUSTER = "cluster-snapshot:";

  public RdsSnapshot {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  public boolean ofCluster() {
    return id.resource().startsWith(OF_CLUSTER);
  }

  @Override
  public String name() {
    return id.resource().substring(id.resource().indexOf(':') + 1);
  }
}
