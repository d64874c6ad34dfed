package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ForeignCallers;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Rounds;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.container.ImagePullers.Puller;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EcrRepository;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A principal pushes an image of its own under the tag that a service, a job or a build pulls.
 *
 * <p>Where the tag is fixed, it first takes the repository's immutability or the image away. Where all tasks of a deployment have the same image,
 * it deploys anew, or waits until somebody does. Source: ECR User Guide, "IAM permissions for pushing an image" (one that is pushed by the
 * interface itself takes no token) and "Preventing image tags from being overwritten" (deleting the image sets its tag free). <b>Not modelled:</b>
 * what {@link ImagePullers} and {@link Repositories} say; signatures that a cluster or a pipeline checks.
 */
final class ImagePush implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("d-ecr-push", "moves the tag of an image that is pulled again to an image of its own", "T1525",
      "make tags immutable, name images by digest, and grant pushes to the repository's pipeline only");
  private static final Capability CAPABILITY = new Capability("push-image", EdgeKind.CAN_RUN_CODE, TECHNIQUE, Likelihood.LIKELY);
  private static final Capability REWRITING = new Capability("rewrite-policy-and-push-image", EdgeKind.CAN_RUN_CODE, Repositories.REWRITING, Likelihood.LIKELY);
  private static final List<String> PUSH = List.of("ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload");

  /** Either sets a fixed tag free. */
  private static final List<String> FREEING = List.of("ecr:PutImageTagMutability", "ecr:BatchDeleteImage");

  @Override
  public List<Operation> reads() {
    return Stream.of("ecs:describe-services", "ecs:describe-task-definition", "apprunner:describe-service", "batch:describe-job-definitions", "codebuild:batch-get-projects",
        Repositories.LISTING.toString(), Repositories.POLICY.toString()).map(Operation::parse).toList();
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE, Repositories.REWRITING);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var repositories = new Repositories(estate);
    List<Target> targets = new ArrayList<>();
    var rewriting = new Rounds();
    for (Puller puller : ImagePullers.of(estate, new ResourceContext(authorization.mentions()), sink)) {
      Optional<EcrRepository> repository = estate.inventory().find(EcrRepository.class, puller.image().repository());
      if (repository.isPresent()) {
        List<List<String>> pushes = pushes(repository.get().fixes(puller.image().tag()));
        pushes.forEach(actions -> targets.addAll(targets(puller, repository.get(), actions, repositories::target)));
        targets(puller, repository.get(), pushes.getFirst(), repositories::rewriting).forEach(rewriting::add);
      } else {
        sink.gap(Gaps.of(estate, puller.said().scope(), Repositories.LISTING, puller.image().repository().text(),
            "which repository an image is pulled from is known, who may push there is not"));
      }
    }
    var rounds = new Rounds();
    targets.forEach(rounds::add);
    rounds.draw(authorization, CAPABILITY, Set.of(), authorization.callers(), sink);
    rewriting.draw(authorization, REWRITING, Set.of(), authorization.callers(), sink);
    new ForeignCallers(estate, CAPABILITY, new ForeignCallers.Techniques(TECHNIQUE, TECHNIQUE), Set.of()).draw(targets, sink);
  }

  /** What is gained by who may do all of this on a repository. */
  @FunctionalInterface
  private interface OnRepository {
    Target target(Arn gained, EcrRepository repository, List<String> actions, List<Demand> others, Proof facts, List<Requirement> besides);
  }

  /** One for each way to have the image pulled. */
  private static List<Target> targets(Puller puller, EcrRepository repository, List<String> actions, OnRepository asked) {
    Proof facts = Proof.of(List.of(ServiceRole.fact(puller.said().origin(), puller.pointer(), puller.image().repository().name() + ":" + puller.image().tag()),
        ServiceRole.fact(repository.origin(), "/imageTagMutability", repository.immutable() ? "IMMUTABLE" : "MUTABLE")));
    List<Requirement> waiting = puller.byItself() ? List.of() : List.of(deployed(puller));
    List<Target> targets = new ArrayList<>(List.of(asked.target(puller.id(), repository, actions, List.of(), facts, waiting)));
    if (!puller.byItself()) {
      puller.deployment().ifPresent(deploying -> targets.add(asked.target(puller.id(), repository, actions, List.of(deploying), facts, List.of())));
    }
    return targets;
  }

  /** One for each way to set the tag free. */
  private static List<List<String>> pushes(boolean fixed) {
    return fixed ? FREEING.stream().map(action -> Stream.concat(PUSH.stream(), Stream.of(action)).toList()).toList() : List.of(PUSH);
  }

  private static Requirement deployed(Puller puller) {
    return new Requirement(puller.id().service() + ":deployment", "Begins", List.of(puller.id().text()), false, "somebody deploys `" + puller.id().name() + "` anew");
  }
}
