package io.drawbridge.edge.aws;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.Estate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Answers who can do something in AWS, and what a principal can do, from policies alone. */
public final class AwsAccess {

  private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9*?]+|\\*");

  private AwsAccess() {}

  /**
   * Who may do what.
   *
   * @param action {@code service:Operation}
   * @param resource an ARN, a pattern of ARNs, or {@code *} for actions that name none
   * @param owner the account that owns the resource, where its ARN does not say it, such as a bucket that was not read; or empty
   * @param stated condition keys whose values are known: an empty list when a key is known to be absent
   */
  public record Question(String action, String resource, String owner, Map<String, List<String>> stated) {

    public Question {
      if (!ACTION.matcher(action).matches()) {
        throw new DrawbridgeException(ErrorCode.USAGE, "`" + action + "` is no action of AWS: write service:Operation, such as s3:GetObject");
      }
      if (!resource.equals("*") && Arn.find(resource).isEmpty()) {
        throw new DrawbridgeException(ErrorCode.USAGE, "`" + resource + "` is no ARN: write arn:partition:service:region:account:resource, or *");
      }
      Map<String, List<String>> lower = new TreeMap<>();
      stated.forEach((key, values) -> lower.put(ResourceId.lowerCase(key), List.copyOf(values)));
      stated = lower;
    }
  }

  /**
   * Who may do it: principals of the estate, and beyond it whom the resource's own policy lets in.
   *
   * @throws DrawbridgeException when nobody knows which account owns the resource
   */
  public static Access whoCan(Estate estate, Question question) {
    return new WhoCan(estate, question).answer();
  }

  /**
   * What a user or role may do, as patterns of actions on patterns of resources, and what denies take back of them.
   *
   * @throws DrawbridgeException when the principal is none of the estate's users and roles
   */
  public static Access whatCan(Estate estate, ResourceId principal) {
    AwsIdentity identity = AwsAuthorization.of(estate).find(principal).orElseThrow(() -> new DrawbridgeException(ErrorCode.UNKNOWN_ID,
        "`" + principal.text() + "` is no user and no role of the accounts that were read"));
    return new WhatCan(estate, identity).answer();
  }
}
