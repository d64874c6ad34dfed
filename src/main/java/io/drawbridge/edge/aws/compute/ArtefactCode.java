package io.drawbridge.edge.aws.compute;

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
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ForeignCallers;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.CodeBuildProject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A principal overwrites the object in S3 that a job, a build or a workflow takes its code from; the code runs when that runs next.
 *
 * <p>Sources: Glue API reference, JobCommand (the script is read from S3 at every run); CodeBuild User Guide, "Build input" (a source in S3 is
 * read at every build); Amazon MWAA User Guide, "Adding or updating DAGs" (the folder of DAGs is taken over as it changes; plugins and
 * requirements are of the version that was chosen); CodePipeline User Guide, "Amazon S3 source action reference"; Elastic Beanstalk Developer
 * Guide, "Managing application versions" (an instance that starts takes the bundle of the version from S3; instances are tagged with the
 * environment). A function and a stack are no such readers: Lambda copies the code and CloudFormation the template when somebody updates them;
 * a step of EMR, a training job and an activity of Data Pipeline that was started has read its code. An ACL of the bucket that lets
 * everybody write counts as its policy does. <b>Not modelled:</b> pipelines that deploy the object without building it; access points; keys
 * of KMS that the bucket encrypts with; object locks, versions that are named, and ACLs that name an account.
 */
public final class ArtefactCode implements EdgeRule {

  private static final Operation BUCKETS = Operation.parse("s3:list-buckets");
  private static final Operation PROJECTS = Operation.parse("codebuild:batch-get-projects");
  private static final Technique TECHNIQUE = new Technique("d-s3-code", "overwrites the object that code is taken from", "T1195.002",
      "grant s3:PutObject on buckets of code to their pipeline only");

  /** What the caller of PutObject chooses. */
  private static final Set<String> FREE = Set.of("s3:x-amz-acl", "s3:x-amz-server-side-encryption", "s3:x-amz-storage-class", "s3:requestobjecttag/",
      "s3:requestobjecttagkeys", "s3:signatureversion", "s3:authtype", "s3:tlsversion", "s3:signatureage", "s3:if-none-match");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("glue:get-jobs"), PROJECTS, Operation.parse("mwaa:get-environment"), Operation.parse("codepipeline:get-pipeline"),
        Operation.parse("elasticbeanstalk:describe-environments"), Operation.parse("elasticbeanstalk:describe-application-versions"), BUCKETS,
        BucketSide.POLICY, BucketSide.BLOCK);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = Artefact.all(estate.inventory()).stream().flatMap(artefact -> target(estate, artefact, context, sink).stream()).toList();
    List<List<Target>> layers = Target.oncePerNode(targets);
    for (int i = 0; i < layers.size(); i++) {
      Capability capability = capability(i);
      new CapabilityDerivation(authorization, capability, layers.get(i), FREE).draw(authorization.callers(), sink);
      new ForeignCallers(estate, capability, new ForeignCallers.Techniques(TECHNIQUE, TECHNIQUE), FREE).draw(layers.get(i), sink);
    }
  }

  /** Sets of further layers are others: their members are fewer. */
  private static Capability capability(int layer) {
    return new Capability(layer == 0 ? "overwrite-artefact" : "overwrite-artefact-otherwise-" + layer, EdgeKind.CAN_RUN_CODE, TECHNIQUE, Likelihood.LIKELY);
  }

  private static Optional<Target> target(Estate estate, Artefact artefact, ResourceContext context, EdgeSink sink) {
    Optional<Bucket> bucket = estate.inventory().find(Bucket.class, artefact.bucket());
    if (bucket.isEmpty()) {
      sink.gap(Gaps.of(estate, artefact.origin().scope(), BUCKETS, artefact.bucket().text(), "where code is taken from is known, who may write there is not"));
      return Optional.empty();
    }
    if (artefact.runner().service().equals("codebuild") && estate.inventory().find(CodeBuildProject.class, artefact.runner()).isEmpty()) {
      sink.gap(Gaps.of(estate, artefact.origin().scope(), PROJECTS, artefact.runner().text(), "what a pipeline builds is known, the project that builds it is not"));
      return Optional.empty();
    }
    return Optional.of(target(estate, artefact, bucket.get(), context));
  }

  private static Target target(Estate estate, Artefact artefact, Bucket bucket, ResourceContext context) {
    BucketSide side = BucketSide.of(estate, bucket);
    SortedMap<String, List<String>> known = context.region(bucket.id());
    known.putAll(AccessPointKeys.NONE);
    known.put("s3:resourceaccount", List.of(bucket.scope().id()));
    var demand = new Demand("s3:PutObject", artefact.object(), bucket.scope().id(), side.forWriters(estate, bucket), known);
    var fact = new Proof(List.of(ServiceRole.fact(artefact.origin(), artefact.pointer(), artefact.place())), side.own().unread());
    return new Target(artefact.runner(), List.of(demand), fact, side.own().unreadable(), side.homeOnly(), Optional.empty());
  }
}
