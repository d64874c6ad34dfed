package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Draws what resources let callers do whom no collector of this estate reads: accounts and principals that their policies name, and
 * anybody at all.
 *
 * <p>Their own permissions are taken as granted, and the edge carries that nobody read them. <b>Not modelled:</b> principals named by
 * unique id or canonical user id only, whose ARN nobody knows.
 */
final class ForeignCallers {

  private static final String AUTHORIZATION_DETAILS = "iam:get-account-authorization-details";

  /** An account that attackers open themselves. */
  private static final Arn SOMEBODY = Arn.of("iam", "", "000000000000", "root");

  private final Estate estate;
  private final Techniques techniques;
  private final Capability capability;
  private final TargetDecision decisions;
  private final AwsAuthorization authorization;

  /** The techniques of callers in accounts that were not read, and of anybody. */
  record Techniques(Technique foreign, Technique anybody) {}

  ForeignCallers(Estate estate, Capability capability, Techniques techniques, Set<String> free) {
    this.estate = estate;
    this.capability = capability;
    this.techniques = techniques;
    this.authorization = AwsAuthorization.of(estate);
    this.decisions = new TargetDecision(authorization, free);
  }

  void draw(List<Target> targets, EdgeSink sink) {
    for (Target target : targets.stream().filter(target -> !target.homeOnly()).toList()) {
      SortedSet<String> names = names(target);
      names.forEach(name -> foreign(name, target, sink));
      if (Face.accountsLetIn(target).contains("*")) {
        anybody(target, sink);
      }
    }
  }

  private static SortedSet<String> names(Target target) {
    SortedSet<String> names = new TreeSet<>(Face.namedInPerson(target));
    names.addAll(Face.accountsLetIn(target));
    names.remove("*");
    return names;
  }

  private void foreign(String name, Target target, EdgeSink sink) {
    Optional<Arn> arn = name.matches("\\d{12}") ? Optional.of(Arn.of("iam", "", name, "root")) : Arn.find(name);
    if (arn.isEmpty() || arn.get().account().isEmpty() || isRead(arn.get().account())) {
      return;
    }
    boolean account = arn.get().resource().equals("root");
    ResourceId from = account ? new ExternalId("aws", arn.get().account()) : arn.get();
    var unread = new Unread(Scope.account(arn.get().account()), AUTHORIZATION_DETAILS);
    draw(from, techniques.foreign, decisions.of(new AwsPrincipal.Iam(arn.get()), Map.of(), target), List.of(unread), target, sink);
  }

  private boolean isRead(String account) {
    return estate.coverage().reading(Scope.account(account), io.drawbridge.coverage.Operation.parse(AUTHORIZATION_DETAILS)) == Reading.READ
        || authorization.hasIdentitiesOf(account);
  }

  private void anybody(Target target, EdgeSink sink) {
    Decision withAccount = decisions.of(new AwsPrincipal.Iam(SOMEBODY), Strangers.somebody(), target);
    Decision without = decisions.of(new AwsPrincipal.Anonymous(), Map.of(), target);
    Decision better = FreeKeys.rank(without) <= FreeKeys.rank(withAccount) && !needsCredentials(target) ? without : withAccount;
    draw(ExternalId.INTERNET, techniques.anybody, better, List.of(), target, sink);
  }

  /** Only S3 and SQS answer requests without a signature. */
  private static boolean needsCredentials(Target target) {
    return target.demands().stream().anyMatch(demand -> !demand.action().startsWith("s3:") && !demand.action().startsWith("sqs:"));
  }

  private void draw(ResourceId from, Technique technique, Decision decision, List<Unread> unread, Target target, EdgeSink sink) {
    var proof = new Proof(authorization.evidence(decision), unread).and(target.facts());
    Edge edge = Edge.of(from, target.node(), capability.kind(), technique.id(), proof, capability.likelihood().cost());
    Edge lasting = target.lasting().map(edge::outliving).orElse(edge);
    DecisionEdges.of(lasting, decision, from).forEach(sink::edge);
  }
}
