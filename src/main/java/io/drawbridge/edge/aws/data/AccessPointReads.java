package io.drawbridge.edge.aws.data;

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
import io.drawbridge.edge.aws.PublicPolicy;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ResourceSide;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AccessPoint;
import io.drawbridge.inventory.aws.AccessPointPolicy;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A principal reads objects of a bucket by way of an access point, of a bucket whose policy leaves it to its access points whom to let in.
 *
 * <p>Where the bucket's policy does not, an access point opens nothing that the bucket does not open by itself: both must allow the request.
 * Source: S3 User Guide, "Configuring IAM policies for using access points" and "Managing public access to access points". <b>Not
 * modelled:</b> that both policies must let through one and the same object; access points in other accounts
 * than the bucket's; access points for several regions and for Object Lambda.
 */
public final class AccessPointReads implements EdgeRule {

  private static final Operation LISTING = Operation.parse("s3control:list-access-points");
  private static final Operation POLICY = Operation.parse("s3control:get-access-point-policy");
  private static final Technique TECHNIQUE = new Technique("aws-read-by-access-point", "reads the objects of a bucket by way of an access point", "T1530",
      "grant s3:GetObject in the access point's policy to those who need it only");
  private static final Requirement NETWORK = new Requirement("aws:network", "In", List.of(), false, "the request comes from the VPC of the access point");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("s3:list-buckets"), BucketSide.POLICY);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    Map<String, List<AccessPoint>> points = estate.inventory().all(AccessPoint.class).stream().collect(Collectors.groupingBy(AccessPoint::bucket));
    List<Target> targets = new ArrayList<>();
    for (Bucket bucket : estate.inventory().all(Bucket.class)) {
      BucketSide side = BucketSide.of(estate, bucket);
      if (side.policy().filter(policy -> AccessPointKeys.delegates(policy.document())).isPresent()) {
        List<AccessPoint> own = points.getOrDefault(bucket.name(), List.of()).stream()
            .filter(point -> point.id().account().equals(bucket.scope().id())).toList();
        if (own.isEmpty()) {
          sink.gap(Gaps.of(estate, bucket.scope(), LISTING, bucket.name(), "the bucket leaves it to its access points whom to let in; they were not read"));
        }
        own.forEach(point -> targets.add(target(estate, bucket, side, point, context)));
      }
    }
    List<List<Target>> layers = Target.oncePerNode(targets);
    for (int i = 0; i < layers.size(); i++) {
      var capability = new Capability("read-by-access-point" + (i == 0 ? "" : "-otherwise-" + i), EdgeKind.CAN_READ_DATA, TECHNIQUE, Likelihood.EASY);
      new CapabilityDerivation(authorization, capability, layers.get(i), ObjectReads.FREE).draw(authorization.callers(), sink);
      new ForeignCallers(estate, capability, new ForeignCallers.Techniques(TECHNIQUE, TECHNIQUE), ObjectReads.FREE).draw(layers.get(i), sink);
    }
  }

  private static Target target(Estate estate, Bucket bucket, BucketSide side, AccessPoint point, ResourceContext context) {
    Optional<NamedPolicy> policy = estate.inventory().find(AccessPointPolicy.class, point.id()).map(AccessPointPolicy::policy);
    ResourceSide own = ResourceSide.of(estate, bucket.scope(), POLICY, policy.isPresent(), policy, point.name(), point.id().text());
    CustomerKeys.KeySide key = ObjectReads.key(estate, bucket, new CustomerKeys(estate, context));
    SortedMap<String, List<String>> known = new TreeMap<>(context.region(point.id()));
    known.putAll(AccessPointKeys.of(point.id(), point.origins()));
    known.put("s3:resourceaccount", List.of(bucket.scope().id()));
    var atPoint = new Demand("s3:GetObject", point.id().text() + "/object/", point.id().account(), policy, known);
    var atBucket = new Demand("s3:GetObject", bucket.id().text() + "/", bucket.scope().id(), side.policy(), known);
    boolean inVpc = point.origins().equals("VPC");
    boolean restricted = point.restrictPublicBuckets() && policy.filter(read -> PublicPolicy.is(read.document())).isPresent();
    List<Requirement> open = Stream.of(own.unreadable(), side.own().unreadable(), key.unreadable(), inVpc ? List.of(NETWORK) : List.<Requirement>of())
        .flatMap(List::stream).toList();
    Proof facts = new Proof(List.of(), Stream.concat(own.unread().stream(), side.own().unread().stream()).distinct().toList())
        .and(Proof.of(List.of(ServiceRole.fact(point.origin(), "/Bucket", point.bucket()))));
    return new Target(bucket.id(), Stream.concat(Stream.of(atPoint, atBucket), key.demand().stream()).toList(), facts, open,
        side.homeOnly() || key.homeOnly() || inVpc || restricted, Optional.empty());
  }
}
