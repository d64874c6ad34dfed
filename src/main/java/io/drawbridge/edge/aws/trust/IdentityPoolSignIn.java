package io.drawbridge.edge.aws.trust;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Rounds;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IdentityPool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who gets the roles of a Cognito identity pool: anybody where it admits guests, the issuers that it signs users in by, and the account's own
 * code where the pool believes it.
 *
 * <p>A role that trusts Cognito without asking for the pool lets in whoever has a pool of its own. Source: Amazon Cognito Developer Guide,
 * "Identity pools authentication flow", "Developer-authenticated identities"; IAM User Guide, "Available keys for AWS OIDC federation".
 * <b>Not modelled:</b> the session policy that the enhanced flow puts on guests, which leaves only some services; which user of an issuer a
 * rule gives which role; whether a user pool lets anybody sign up.
 */
public final class IdentityPoolSignIn implements EdgeRule {

  private static final Technique GUEST = new Technique("aws-cognito-guest", "takes the role that the identity pool gives guests", "T1078.004",
      "turn guest access off, or give guests a role with nothing to read");
  private static final Technique USER = new Technique("aws-cognito-sign-in", "signs in for the role that the identity pool gives users", "T1550.001",
      "limit the role of users to what each of them may have");
  private static final Technique ANY_POOL = new Technique("aws-cognito-any-pool", "takes the role with a token of an identity pool of its own", "T1199",
      "ask for the identity pool in the role's trust");
  private static final Capability DEVELOPER = new Capability("sign-in-to-identity-pool", EdgeKind.CAN_FEDERATE,
      new Technique("aws-cognito-developer", "has the identity pool issue a token for a user of its choice", "T1550.001",
          "grant cognito-identity:GetOpenIdTokenForDeveloperIdentity to the application's back end only"), Likelihood.EASY);

  private static final Operation DESCRIBE = new Operation("cognito-identity", "describe-identity-pool");
  private static final Operation ROLES = new Operation("cognito-identity", "get-identity-pool-roles");
  private static final String SIGN_IN = "cognito-identity:GetOpenIdTokenForDeveloperIdentity";
  private static final Duration SESSION = Duration.ofHours(1);
  private static final List<String> AS_GUEST = List.of("unauthenticated");
  private static final String ANYBODYS_POOL = ":00000000-0000-4000-8000-000000000000";
  private static final Pattern REGION = Pattern.compile("([a-z]{2}(?:-[a-z]+)+-\\d):.*");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("iam:get-account-authorization-details"), DESCRIBE, ROLES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(GUEST, USER, ANY_POOL, DEVELOPER.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    IdentityPools pools = IdentityPools.of(estate);
    List<IdentityPool> known = estate.inventory().all(IdentityPool.class);
    known.forEach(pool -> pool(estate, pools, pool, sink));
    developers(estate, pools, known, sink);
    Set<String> ids = known.stream().map(IdentityPool::poolId).collect(Collectors.toSet());
    pools.trusting().forEach(role -> {
      anyPool(pools, role, sink);
      IdentityPools.asked(role).stream().filter(asked -> !ids.contains(asked) && asked.indexOf('*') < 0).forEach(asked ->
          sink.gap(Gaps.of(estate, role.scope(), DESCRIBE, asked, "whether an identity pool that a role trusts admits guests is not known")));
    });
  }

  private static void pool(Estate estate, IdentityPools pools, IdentityPool pool, EdgeSink sink) {
    if (pools.rolesOf(pool).isEmpty()) {
      sink.gap(Gaps.of(estate, pool.scope(), ROLES, pool.poolId(), "which roles an identity pool gives is not known"));
    }
    if (pool.guests()) {
      pools.ofGuests(pool).forEach(role -> draw(ExternalId.INTERNET, role, pools.admits(role, pool.poolId(), AS_GUEST), GUEST,
          List.of(ServiceRole.fact(pool.origin(), "/AllowUnauthenticatedIdentities", "true")), sink));
    }
    for (String provider : pool.loginProviders()) {
      pools.ofUsers(pool).forEach(role -> draw(new ExternalId("issuer", provider), role, pools.admits(role, pool.poolId(), List.of("authenticated", provider)), USER,
          List.of(ServiceRole.fact(pool.origin(), "/SupportedLoginProviders", provider)), sink));
    }
  }

  /** A stranger's pool may lie in any region and sign its users in as it likes. */
  private static void anyPool(IdentityPools pools, IamRole role, EdgeSink sink) {
    Set<String> regions = new TreeSet<>(List.of("us-east-1"));
    IdentityPools.asked(role).stream().map(REGION::matcher).filter(Matcher::matches).forEach(matcher -> regions.add(matcher.group(1)));
    Optional<Ruling> admitted = regions.stream().flatMap(region -> List.of(AS_GUEST, List.of("authenticated")).stream()
        .map(methods -> pools.admits(role, region + ANYBODYS_POOL, methods))).filter(Ruling::possible).findFirst();
    admitted.ifPresent(ruling -> draw(ExternalId.INTERNET, role, ruling, ANY_POOL, List.of(), sink));
  }

  private static void draw(ResourceId from, IamRole role, Ruling ruling, Technique technique, List<Evidence> facts, EdgeSink sink) {
    Edge plain = Edge.of(from, role.id(), EdgeKind.CAN_FEDERATE, technique.id(), ruling.proof().and(Proof.of(facts)), Likelihood.EASY.cost()).outliving(SESSION);
    DecisionEdges.of(plain, ruling.decision(), from).forEach(sink::edge);
  }

  /** The account's own code, or whoever may call what it calls. */
  private static void developers(Estate estate, IdentityPools pools, List<IdentityPool> known, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    var targets = new Rounds();
    for (IdentityPool pool : known) {
      if (!pool.developerProvider().isEmpty()) {
        var demand = new Demand(SIGN_IN, pool.id().text(), pool.id().account(), Optional.empty(), context.region(pool.id()));
        pools.ofUsers(pool).forEach(role -> {
          Ruling trust = pools.admits(role, pool.poolId(), List.of("authenticated", pool.developerProvider()));
          if (trust.possible()) {
            targets.add(new Target(role.id(), List.of(demand), trust.proof(), List.of(), true, Optional.of(SESSION)).given(trust.decision()));
          }
        });
      }
    }
    targets.draw(authorization, DEVELOPER, Set.of(), authorization.callers(), sink);
  }
}
