package io.drawbridge.edge.aws.trust;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.LaunchDecision;
import io.drawbridge.edge.aws.PassRole;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Rounds;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Speakers;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IdentityPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A principal makes an identity pool of Cognito give a role to guests: to those whom the pool admits, or whom it makes the pool admit.
 *
 * <p>Source: Amazon Cognito Federated Identities API reference, SetIdentityPoolRoles (which names no resource) and UpdateIdentityPool. The
 * catalogue asks for the former alone; somebody must be able to get an identity of the pool, too. <b>Not modelled:</b> a sign-in of a user of
 * the pool's issuers; the session policy that the enhanced flow puts on guests.
 */
public final class PassRoleToIdentityPools implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("cognitoidentity-001", "has an identity pool give the role to guests", "T1098.003",
      "limit iam:PassRole to the roles that are needed, and iam:PassedToService to their services");
  private static final Operation DESCRIBE = new Operation("cognito-identity", "describe-identity-pool");
  private static final String SET_ROLES = "cognito-identity:SetIdentityPoolRoles";
  private static final String UPDATE = "cognito-identity:UpdateIdentityPool";
  private static final Duration SESSION = Duration.ofHours(1);

  @Override
  public List<Operation> reads() {
    return List.of(PassRole.ROLES, DESCRIBE);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<AwsIdentity> callers = Speakers.of(estate).ofAll(List.of("iam:PassRole", SET_ROLES));
    if (callers.isEmpty()) {
      return;
    }
    unread(estate, callers, sink);
    draw(estate, callers, true, sink);
    draw(estate, callers, false, sink);
  }

  private static void draw(Estate estate, List<AwsIdentity> callers, boolean admitting, EdgeSink sink) {
    var rounds = new Rounds();
    IdentityPools pools = IdentityPools.of(estate);
    for (IdentityPool pool : estate.inventory().all(IdentityPool.class)) {
      if (pool.guests() == admitting) {
        pools.trusting().stream().filter(role -> role.id().account().equals(pool.id().account()))
            .forEach(role -> target(estate, pool, role).ifPresent(rounds::add));
      }
    }
    var capability = new Capability(admitting ? "pass-role-to-identity-pool" : "pass-role-to-identity-pool-made-open", EdgeKind.CAN_PASS_ROLE, TECHNIQUE,
        Likelihood.LIKELY);
    var launch = new LaunchDecision(estate, List.of(Launch.start().whole(SET_ROLES)));
    rounds.draw(AwsAuthorization.of(estate), capability, Set.of(), launch::of, callers, sink);
  }

  private static Optional<Target> target(Estate estate, IdentityPool pool, IamRole role) {
    Ruling trust = IdentityPools.of(estate).admits(role, pool.poolId(), List.of("unauthenticated"));
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var asked = context.of(role.id(), "iam", role.tags());
    asked.put("iam:passedtoservice", List.of(IdentityPools.ISSUER));
    List<Demand> demands = new ArrayList<>();
    demands.add(new Demand("iam:PassRole", role.id().text(), role.id().account(), Optional.empty(), asked));
    if (!pool.guests()) {
      demands.add(new Demand(UPDATE, pool.id().text(), pool.id().account(), Optional.empty(), context.region(pool.id())));
    }
    Proof facts = trust.proof().and(Proof.of(List.of(ServiceRole.fact(pool.origin(), "/IdentityPoolId", pool.poolId()))));
    return trust.possible() ? Optional.of(new Target(role.id(), demands, facts, List.of(), true, Optional.of(SESSION)).given(trust.decision())) : Optional.empty();
  }

  private static void unread(Estate estate, List<AwsIdentity> callers, EdgeSink sink) {
    SortedSet<String> accounts = new TreeSet<>();
    IdentityPools.of(estate).trusting().forEach(role -> accounts.add(role.id().account()));
    accounts.stream().filter(account -> callers.stream().anyMatch(caller -> caller.account().equals(account)))
        .filter(account -> estate.coverage().reading(Scope.account(account), DESCRIBE) != Reading.READ)
        .filter(account -> estate.inventory().all(IdentityPool.class).stream().noneMatch(pool -> pool.id().account().equals(account)))
        .forEach(account -> sink.gap(Gaps.of(estate, Scope.account(account), DESCRIBE, "", "which identity pools there are is not known: who gives their roles is not drawn")));
  }
}
