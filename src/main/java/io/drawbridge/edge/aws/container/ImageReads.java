package io.drawbridge.edge.aws.container;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.ForeignCallers;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EcrRepository;
import java.util.List;
import java.util.Set;

/**
 * A principal pulls the images of a repository, with the code and whatever else lies in them: by its own policies, or because the repository lets in
 * its account or everybody.
 *
 * <p>Source: ECR User Guide, "Private repository policies" (a pull asks for the manifest and for each layer; who has credentials of any account
 * gets the token that Docker needs).
 */
final class ImageReads implements EdgeRule {

  private static final Technique PULL = new Technique("aws-pull-images", "pulls the images of a repository", "T1530", "grant pulls of this repository to those who run its images only");
  private static final Technique FOREIGN = new Technique("aws-repository-open-to-account", "pulls the images of a repository whose policy lets it in", "T1530",
      "name in the repository's policy the principals of other accounts that run its images");
  private static final Technique ANYBODY = new Technique("aws-repository-open-to-all", "pulls the images of a repository that lets in everybody with an account", "T1530",
      "ask in the repository's policy for the organization, or name accounts");
  private static final Capability CAPABILITY = new Capability("pull-images", EdgeKind.CAN_READ_DATA, PULL, Likelihood.EASY);
  private static final Capability REWRITING = new Capability("rewrite-policy-of-repository", EdgeKind.CAN_READ_DATA, Repositories.REWRITING, Likelihood.LIKELY);
  private static final List<String> ACTIONS = List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");

  @Override
  public List<Operation> reads() {
    return List.of(Repositories.LISTING, Repositories.POLICY);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(PULL, FOREIGN, ANYBODY, Repositories.REWRITING);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var repositories = new Repositories(estate);
    List<Target> targets = estate.inventory().all(EcrRepository.class).stream()
        .map(repository -> repositories.target(repository.id(), repository, ACTIONS, List.of(), Proof.of(List.of()), List.of())).toList();
    new CapabilityDerivation(authorization, CAPABILITY, targets, Set.of()).draw(authorization.callers(), sink);
    new ForeignCallers(estate, CAPABILITY, new ForeignCallers.Techniques(FOREIGN, ANYBODY), Set.of()).draw(targets, sink);
    List<Target> rewriting = estate.inventory().all(EcrRepository.class).stream()
        .map(repository -> repositories.rewriting(repository.id(), repository, ACTIONS, List.of(), Proof.of(List.of()), List.of())).toList();
    new CapabilityDerivation(authorization, REWRITING, rewriting, Set.of()).draw(authorization.callers(), sink);
  }
}
