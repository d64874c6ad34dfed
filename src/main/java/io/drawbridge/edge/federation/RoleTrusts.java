package io.drawbridge.edge.federation;

import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsEvaluator;
import io.drawbridge.policy.aws.AwsPolicies;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.AwsRequest;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks the evaluator about a role's trust.
 *
 * <p><b>Not modelled:</b> resource control policies.
 */
final class RoleTrusts {

  private final AwsEvaluator evaluator = new AwsEvaluator();

  static RoleTrusts of(Estate estate) {
    return estate.view(RoleTrusts.class, none -> new RoleTrusts());
  }

  Ruling trust(IamRole role, AwsPrincipal caller, String action, Map<String, List<String>> claims, Set<String> free) {
    Map<String, List<String>> all = new TreeMap<>(claims);
    all.put("sts:RoleSessionName", List.of("drawbridge"));
    var request = new AwsRequest(caller, action, role.id().text(), role.id().account(), RequestContext.discovery(all));
    Optional<NamedPolicy> trust = role.trust().map(document -> new NamedPolicy("trust", document));
    Decision decision = evaluator.decide(request, new AwsPolicies(List.of(), trust, Optional.empty(), List.of(), List.of(), Optional.empty(), List.of()));
    List<Evidence> evidence = decision.by().stream()
        .map(ground -> new Evidence(Evidence.Side.TRUST, ground.statement(), role.scope(), role.origin().snapshot())).toList();
    return new Ruling(decision, Proof.of(evidence));
  }
}
