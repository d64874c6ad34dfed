package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.Unreadable;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.BucketPolicy;
import io.drawbridge.inventory.aws.CodeBuildProject;
import io.drawbridge.inventory.aws.GlueJob;
import io.drawbridge.inventory.aws.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A principal overwrites the object in S3 that a job or a build takes its code from; the code runs when the job or build runs next.
 *
 * <p>Sources: Glue API reference, JobCommand (the script is read from S3 at every run); CodeBuild User Guide, "Build input" (a source in
 * S3 is read at every build). A function and a stack are no such readers: Lambda copies the code and CloudFormation the template when somebody
 * updates them. <b>Not modelled:</b> pipelines whose source is an object; libraries among a job's arguments, which are hidden; keys of
 * KMS that the bucket encrypts with; object locks, versions that are named, and ACLs; policies of the bucket that let in strangers.
 */
public final class ArtefactCode implements EdgeRule {

  private static final Operation BUCKETS = Operation.parse("s3:list-buckets");
  private static final Operation POLICY = Operation.parse("s3:get-bucket-policy");
  private static final String SCHEME = "s3://";
  private static final Capability CAPABILITY = new Capability("overwrite-artefact", EdgeKind.CAN_RUN_CODE, new Technique("d-s3-code",
      "overwrites the object that code is taken from", "T1195.002", "grant s3:PutObject on buckets of code to their pipeline only"), Likelihood.LIKELY);

  /** What the caller of PutObject chooses. */
  private static final Set<String> FREE = Set.of("s3:x-amz-acl", "s3:x-amz-server-side-encryption", "s3:x-amz-storage-class", "s3:requestobjecttag/",
      "s3:requestobjecttagkeys", "s3:signatureversion", "s3:authtype", "s3:tlsversion", "s3:signatureage", "s3:if-none-match");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("glue:get-jobs"), Operation.parse("codebuild:batch-get-projects"), BUCKETS, POLICY);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = new ArrayList<>();
    for (GlueJob job : estate.inventory().all(GlueJob.class)) {
      if (job.script().startsWith(SCHEME)) {
        target(estate, job, "/Command/ScriptLocation", job.script().substring(SCHEME.length()), context, sink).ifPresent(targets::add);
      }
    }
    for (CodeBuildProject project : estate.inventory().all(CodeBuildProject.class)) {
      if (!project.bucketAndKey().isEmpty()) {
        target(estate, project, "/source/location", project.bucketAndKey(), context, sink).ifPresent(targets::add);
      }
    }
    new CapabilityDerivation(authorization, CAPABILITY, targets, FREE).draw(authorization.callers(), sink);
  }

  private static Optional<Target> target(
      Estate estate, Workload reader, String pointer, String bucketAndKey, ResourceContext context, EdgeSink sink) {
    var bucketArn = new Arn("arn:aws:s3:::" + bucketAndKey.split("/", 2)[0]);
    Optional<Bucket> bucket = estate.inventory().find(Bucket.class, bucketArn);
    if (bucket.isEmpty()) {
      sink.gap(Gaps.of(estate, reader.scope(), BUCKETS, bucketArn.text(), "where code is taken from is known, who may write there is not"));
      return Optional.empty();
    }
    var fact = Proof.of(List.of(ServiceRole.fact(reader.origin(), pointer, bucketAndKey)));
    return Optional.of(target(estate, reader, bucket.get(), "arn:aws:s3:::" + bucketAndKey, fact, context));
  }

  private static Target target(Estate estate, Workload reader, Bucket bucket, String object, Proof fact, ResourceContext context) {
    Optional<BucketPolicy> policy = estate.inventory().find(BucketPolicy.class, bucket.id());
    SortedMap<String, List<String>> known = context.region(bucket.id());
    known.put("s3:resourceaccount", List.of(bucket.scope().id()));
    var demand = new Demand("s3:PutObject", object, bucket.scope().id(), policy.map(BucketPolicy::policy), known);
    var target = new Target(reader.id(), List.of(demand), fact, List.of(), false, Optional.empty());
    Reading reading = policy.isPresent() ? Reading.READ : estate.coverage().reading(bucket.scope(), POLICY, bucket.name());
    return switch (reading) {
      case READ -> target;
      case UNREADABLE -> new Target(reader.id(), List.of(demand), fact, List.of(Unreadable.of(POLICY.toString(), bucket.name(), "policy")), false, Optional.empty());
      case NEVER_COLLECTED -> target.unread(List.of(new Unread(bucket.scope(), POLICY.toString())));
    };
  }
}
