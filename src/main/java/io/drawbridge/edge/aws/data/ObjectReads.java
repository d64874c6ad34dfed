package io.drawbridge.edge.aws.data;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AccessPointKeys;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.BucketSide;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.CustomerKeys;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ForeignCallers;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.BucketAcl;
import io.drawbridge.inventory.aws.BucketEncryption;
import io.drawbridge.inventory.aws.BucketTags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A principal reads objects of a bucket: the bucket stands for its objects, and one object is enough.
 *
 * <p>The way over access points is {@link AccessPointReads}. Source: S3 User Guide, "How Amazon S3 authorizes a request"; "Access control list
 * overview": a bucket's own ACL lets nobody read its objects, whatever it grants on the bucket. <b>Not modelled:</b> ACLs of single objects, for
 * which a gap stands where the bucket's ACL is open to everybody; tags of objects (conditions on them stay open); objects under another key than the
 * bucket's default.
 */
public final class ObjectReads implements EdgeRule {

  private static final Operation OBJECT_ACL = Operation.parse("s3:get-object-acl");
  private static final Operation TAGS = Operation.parse("s3:get-bucket-tagging");
  private static final Capability CAPABILITY = new Capability("read-objects", EdgeKind.CAN_READ_DATA,
      new Technique("aws-read-objects", "reads the objects of a bucket", "T1530", "grant s3:GetObject on the prefixes that are needed only"), Likelihood.EASY);
  static final Set<String> FREE = Set.of("s3:signatureversion", "s3:authtype", "s3:tlsversion", "s3:signatureage");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("s3:list-buckets"), BucketSide.POLICY, BucketSide.BLOCK);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    List<Target> targets = targets(estate);
    estate.inventory().all(BucketAcl.class).stream().filter(acl -> acl.openToEverybody() && BucketSide.counts(estate,
        acl)).forEach(acl -> sink.gap(Gaps.of(estate, acl.scope(), OBJECT_ACL,
        acl.name(), "the bucket's ACL is open to everybody; whether those of its objects are was not read")));
    new CapabilityDerivation(authorization, CAPABILITY, targets, FREE).draw(authorization.callers(), sink);
    new ForeignCallers(estate, CAPABILITY, new ForeignCallers.Techniques(CAPABILITY.technique(), CAPABILITY.technique()), FREE).draw(targets, sink);
  }

  static List<Target> targets(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var keys = new CustomerKeys(estate, context);
    return estate.inventory().all(Bucket.class).stream().map(bucket -> target(estate, bucket, context, keys)).toList();
  }

  private static Target target(Estate estate, Bucket bucket, ResourceContext context, CustomerKeys keys) {
    BucketSide side = BucketSide.of(estate, bucket);
    CustomerKeys.KeySide key = key(estate, bucket, keys);
    var demand = new Demand("s3:GetObject", bucket.id().text() + "/", bucket.scope().id(), side.policy(), known(estate, bucket, context));
    return new Target(bucket.id(), Stream.concat(Stream.of(demand), key.demand().stream()).toList(), new Proof(List.of(), side.own().unread()),
        Stream.concat(side.own().unreadable().stream(), key.unreadable().stream()).toList(), key.homeOnly() || side.homeOnly(), Optional.empty());
  }

  /** The key that new objects get; one for which no other was asked is enough. */
  static CustomerKeys.KeySide key(Estate estate, Bucket bucket, CustomerKeys keys) {
    Arn owner = Arn.of("s3", "", bucket.scope().id(), bucket.name());
    return estate.inventory().find(BucketEncryption.class, bucket.id()).filter(BucketEncryption::withKms)
        .map(encryption -> keys.of(encryption.kmsKeyId(), owner, "s3", Map.of("aws:s3:arn", ""))).orElse(CustomerKeys.KeySide.NONE);
  }

  private static SortedMap<String, List<String>> known(Estate estate, Bucket bucket, ResourceContext context) {
    Optional<BucketTags> tags = estate.inventory().find(BucketTags.class, bucket.id());
    boolean read = tags.isPresent() || estate.coverage().reading(bucket.scope(), TAGS, bucket.name()) == Reading.READ;
    SortedMap<String, List<String>> known = read ? context.of(bucket.id(), "s3", tags.map(BucketTags::tags).orElse(new java.util.TreeMap<>()))
        : context.region(bucket.id());
    known.putAll(AccessPointKeys.NONE);
    known.put("s3:resourceaccount", List.of(bucket.scope().id()));
    return known;
  }
}
