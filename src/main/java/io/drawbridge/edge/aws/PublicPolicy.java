package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.BucketPublicAccessBlock;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether S3 takes a bucket policy for public.
 *
 * <p>Source: S3 User Guide, "The meaning of public": a grant to everybody is, unless a condition holds one of these keys to fixed values.
 */
public final class PublicPolicy {

  private static final Set<String> NARROWING =
      Set.of("aws:principalorgid", "aws:principalorgpaths", "aws:principalarn", "aws:principalaccount", "aws:sourceip", "aws:sourcearn", "aws:sourcevpc",
          "aws:sourcevpce", "aws:sourceowner", "aws:sourceaccount", "aws:userid", "s3:dataaccesspointarn", "s3:dataaccesspointaccount");

  private PublicPolicy() {}

  public static boolean is(PolicyDocument policy) {
    return policy.statements().stream().anyMatch(PublicPolicy::isPublic);
  }

  /** Whether a public policy of the bucket is cut back to the bucket's own account. */
  public static boolean restricts(Estate estate, Bucket bucket) {
    Arn account = Arn.of("s3", "", bucket.scope().id(), "account");
    return Stream.of(bucket.id(), account)
        .anyMatch(id -> estate.inventory().find(BucketPublicAccessBlock.class, id).filter(BucketPublicAccessBlock::restrictPublicBuckets).isPresent());
  }

  private static boolean isPublic(Statement statement) {
    boolean everybody = statement.principals().negated()
        || statement.principals().values().stream().anyMatch(value -> value.equals("*") || value.equals("AWS:*"));
    return statement.allows() && everybody && statement.conditions().stream().noneMatch(PublicPolicy::narrows);
  }

  private static boolean narrows(ConditionClause clause) {
    String operator = ResourceId.lowerCase(clause.operator());
    boolean holds = !operator.contains("not") && !operator.endsWith("ifexists") && !operator.startsWith("forallvalues") && !operator.equals("null");
    return holds && NARROWING.contains(ResourceId.lowerCase(clause.key()))
        && clause.values().stream().noneMatch(value -> value.equals("*") || value.equals("0.0.0.0/0") || value.equals("::/0"));
  }
}
