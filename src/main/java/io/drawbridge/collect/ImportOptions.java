package io.drawbridge.collect;

import io.drawbridge.cloud.SnapshotId;
import java.security.SecureRandom;

/**
 * What the user says about files that do not say it themselves, and how much of them is read.
 *
 * @param account the AWS account of every file, over what content and folders say; empty when not given
 * @param region likewise the AWS region
 * @param tenant likewise the Entra tenant's GUID
 * @param joinKey the data directory's, or a random one for an analysis in memory
 * @param snapshot the snapshot that the documents will belong to
 */
public record ImportOptions(String account, String region, String tenant, InputLimits limits, JoinKey joinKey, SnapshotId snapshot) {

  /** Nothing given: files and folders speak for themselves. */
  public static final ImportOptions NONE = new ImportOptions("", "", "", InputLimits.ofThisMachine());

  /** For an analysis in memory: secrets can be joined within the import and nowhere else. */
  public ImportOptions(String account, String region, String tenant, InputLimits limits) {
    this(account, region, tenant, limits, JoinKey.random(new SecureRandom()), SnapshotId.IN_MEMORY);
  }

  /** The same for a snapshot that is to be stored in a data directory. */
  public ImportOptions storedAs(JoinKey key, SnapshotId id) {
    return new ImportOptions(account, region, tenant, limits, key, id);
  }
}
