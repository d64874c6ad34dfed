package io.drawbridge.collect;

/**
 * What the user says about files that do not say it themselves, and how much of them is read.
 *
 * @param account the AWS account of every file, over what content and folders say; empty when not given
 * @param region likewise the AWS region
 * @param tenant likewise the Entra tenant's GUID
 */
public record ImportOptions(String account, String region, String tenant, InputLimits limits) {

  /** Nothing given: files and folders speak for themselves. */
  public static final ImportOptions NONE = new ImportOptions("", "", "", InputLimits.ofThisMachine());
}
