package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.BucketAcl;
import io.drawbridge.inventory.aws.BucketOwnership;
import io.drawbridge.inventory.aws.BucketPolicy;
import io.drawbridge.inventory.aws.BucketPublicAccessBlock;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import io.drawbridge.policy.aws.Statement.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Whether an ACL counts: neither the ownership of objects nor a block sets it aside. */
  public static boolean counts(Estate estate, BucketAcl acl) {
    boolean enforced = estate.inventory().find(BucketOwnership.class, acl.id()).filter(BucketOwnership::enforced).isPresent();
    boolean ignored = Stream.of(acl.id(), Arn.of("s3", "", acl.scope().id(), "account"))
        .anyMatch(id -> estate.inventory().find(BucketPublicAccessBlock.class, id).filter(BucketPublicAccessBlock::ignorePublicAcls).isPresent());
    return !enforced && !ignored;
  }

  /** The bucket's policy with what its ACL says to those who put objects. */
  public Optional<NamedPolicy> forWriters(Estate estate, Bucket bucket) {
    Optional<BucketAcl> open = estate.inventory().find(BucketAcl.class, bucket.id()).filter(acl -> acl.writableByEverybody() && counts(estate, acl));
    if (open.isEmpty()) {
      return policy();
    }
    List<Statement> all = new ArrayList<>(policy().map(own -> own.document().statements()).orElse(List.of()));
    all.add(new Statement(open.get().origin().field("/Grants", "everybody may write"), true, new Matcher(true, false, List.of("*")),
        new Matcher(true, false, List.of("s3:PutObject")), new Matcher(true, false, List.of("*")), List.of()));
    return Optional.of(new NamedPolicy("bucket policy and ACL", new PolicyDocument("2012-10-17", all)));
  }

  private static boolean blockWasRead(Estate estate, Bucket bucket) {
    return estate.inventory().find(BucketPublicAccessBlock.class, bucket.id()).isPresent()
        || estate.coverage().reading(bucket.scope(), BLOCK, bucket.name()) == Reading.READ;
  }
}
