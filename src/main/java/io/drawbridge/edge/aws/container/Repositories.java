package io.drawbridge.edge.aws.container;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ResourceSide;
import io.drawbridge.edge.aws.StatedPolicy;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EcrRepository;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests on repositories of images, with what a repository says itself.
 *
 * <p>Source: ECR User Guide, "Private repository policies": its own policy or the caller's is enough within the account, both are needed from
 * outside; Service Authorization Reference, "for Amazon ECR". A key of KMS under which images lie is used by ECR itself, by a grant that it has.
 * <b>Not modelled:</b> policies of registries; tags of repositories, which the listing does not tell, so that conditions on them stay open.
 */
final class Repositories {

  static final Technique REWRITING = new Technique("aws-repository-policy", "rewrites the policy of a repository of images and pulls or pushes them", "T1098",
      "grant ecr:SetRepositoryPolicy to administrators of the repository only");

  static final Operation LISTING = Operation.parse("ecr:describe-repositories");
  static final Operation POLICY = Operation.parse("ecr:get-repository-policy");

  private final Estate estate;
  private final ResourceContext context;

  Repositories(Estate estate) {
    this.estate = estate;
    this.context = new ResourceContext(AwsAuthorization.of(estate).mentions());
  }

  /** What is gained by who may do all of this on the repository, and what else it takes. */
  Target target(Arn gained, EcrRepository repository, List<String> actions, List<Demand> others, Proof facts, List<Requirement> besides) {
    Optional<NamedPolicy> policy = repository.policy(estate.inventory());
    ResourceSide side = ResourceSide.of(estate, repository.scope(), POLICY, policy.isPresent(), policy, repository.name(), repository.id().text());
    List<Demand> demands = new ArrayList<>(actions.stream().map(action -> demand(action, repository, side)).toList());
    demands.addAll(others);
    List<Requirement> conditions = new ArrayList<>(side.unreadable());
    conditions.addAll(besides);
    return new Target(gained, demands, facts.and(new Proof(List.of(), side.unread())), conditions, policy.isEmpty(), Optional.empty());
  }

  /** The same, where the caller first writes the repository a policy that lets it do what nothing forbids. */
  Target rewriting(Arn gained, EcrRepository repository, List<String> actions, List<Demand> others, Proof facts, List<Requirement> besides) {
    Target plain = target(gained, repository, List.of("ecr:SetRepositoryPolicy"), List.of(), facts, besides);
    List<Demand> demands = new ArrayList<>(plain.demands());
    actions.forEach(action -> demands.add(new Demand(action, repository.id().text(), repository.id().account(), Optional.of(StatedPolicy.LETTING_ANYBODY_IN),
        context.region(repository.id()))));
    demands.addAll(others);
    return new Target(gained, demands, plain.facts(), plain.unreadable(), true, Optional.empty());
  }

  private Demand demand(String action, EcrRepository repository, ResourceSide side) {
    Optional<NamedPolicy> speaking = side.policy().filter(own -> own.document().statements().stream().anyMatch(statement -> statement.speaksOf(action)));
    return new Demand(action, repository.id().text(), repository.id().account(), speaking, context.region(repository.id()));
  }
}
