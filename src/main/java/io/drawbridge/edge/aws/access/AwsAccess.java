package io.drawbridge.edge.aws.access;

import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers who can do something in AWS, and what a principal can do, from policies alone. */
public final class AwsAccess {

  private static final int MOST_CANDIDATES = 10;
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
   * @param principal its ARN, its name, or the end of its ARN after a slash
   * @throws DrawbridgeException when none of the estate's users and roles is meant, or several are
   */
  public static Access whatCan(Estate estate, String principal) {
    return new WhatCan(estate, find(AwsAuthorization.of(estate).identities(), principal)).answer();
  }

  /** True when at least one of the estate's users and roles is meant. */
  public static boolean knows(Estate estate, String principal) {
    return !meant(AwsAuthorization.of(estate).identities(), principal).isEmpty();
  }

  private static AwsIdentity find(Collection<AwsIdentity> identities, String text) {
    List<AwsIdentity> meant = meant(identities, text);
    return switch (meant.size()) {
      case 0 -> throw new DrawbridgeException(ErrorCode.UNKNOWN_ID, "`" + text + "` is no user and no role of the accounts that were read: write its ARN or its name");
      case 1 -> meant.getFirst();
      default -> throw new DrawbridgeException(ErrorCode.AMBIGUOUS_ID, "`" + text + "` fits " + meant.size() + " principals: write one of "
          + meant.stream().limit(MOST_CANDIDATES).map(identity -> "`" + identity.arn().text() + "`").collect(Collectors.joining(", ")));
    };
  }

  private static List<AwsIdentity> meant(Collection<AwsIdentity> identities, String text) {
    List<AwsIdentity> meant = meant(identities, identity -> identity.arn().text().equals(text));
    if (meant.isEmpty()) {
      meant = meant(identities, identity -> identity.arn().name().equals(text));
    }
    return meant.isEmpty() ? meant(identities, identity -> identity.arn().text().endsWith("/" + text)) : meant;
  }

  private static List<AwsIdentity> meant(Collection<AwsIdentity> identities, Predicate<AwsIdentity> meant) {
    return identities.stream().filter(meant).toList();
  }
}
