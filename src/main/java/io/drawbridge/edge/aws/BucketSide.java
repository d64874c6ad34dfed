package io.drawbridge.edge.aws;

import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.BucketPolicy;
import io.drawbridge.inventory.aws.BucketPublicAccessBlock;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a bucket says for itself, whatever is asked of its objects.
 *
 * <p>Source: S3 User Guide, "Blocking public access": a bucket that restricts public policies answers only its own account's principals while
 * its policy is public.
 *
 * @param homeOnly true when nobody outside the account gets in, whatever the policy says
 */
public record BucketSide(ResourceSide own, boolean homeOnly) {

  public static final Operation POLICY = Operation.parse("s3:get-bucket-policy");
  public static final Operation BLOCK = Operation.parse("s3:get-public-access-block");

  public static BucketSide of(Estate estate, Bucket bucket) {
    Optional<NamedPolicy> policy = estate.inventory().find(BucketPolicy.class, bucket.id()).map(BucketPolicy::policy);
    ResourceSide side = ResourceSide.of(estate, bucket.scope(), POLICY, policy.isPresent(), policy, bucket.name());
    if (policy.filter(read -> PublicPolicy.is(read.document())).isEmpty()) {
      return new BucketSide(side, false);
    }
    List<Unread> unread = new ArrayList<>(side.unread());
    if (!blockWasRead(estate, bucket)) {
      unread.add(new Unread(bucket.scope(), BLOCK.toString()));
    }
    return new BucketSide(new ResourceSide(policy, side.unreadable(), unread), PublicPolicy.restricts(estate, bucket));
  }

  public Optional<NamedPolicy> policy() {
    return own.policy();
  }

  private static boolean blockWasRead(Estate estate, Bucket bucket) {
    return estate.inventory().find(BucketPublicAccessBlock.class, bucket.id()).isPresent()
        || estate.coverage().reading(bucket.scope(), BLOCK, bucket.name()) == Reading.READ;
  }
}
