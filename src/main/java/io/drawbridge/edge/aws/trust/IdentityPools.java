package io.drawbridge.edge.aws.trust;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IdentityPool;
import io.drawbridge.inventory.aws.IdentityPoolRoles;
import io.drawbridge.policy.aws.AwsPrincipal;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cognito identity pools, the roles that they give, and the roles that trust their tokens.
 *
 * <p>Source: Amazon Cognito Developer Guide, "Role trust and permissions" and "Identity pools authentication flow": the enhanced flow gives
 * only the pool's own roles, the classic one takes the token to STS for any role that trusts it.
 */
final class IdentityPools {

  static final String ISSUER = "cognito-identity.amazonaws.com";

  private static final String ACTION = "sts:AssumeRoleWithWebIdentity";
  private static final List<String> ABSENT = List.of("aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalArn", "aws:PrincipalAccount",
      "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge", "sts:ExternalId", "sts:SourceIdentity");

  private final Estate estate;
  private final Map<String, IdentityPoolRoles> roles = new HashMap<>();
  private final List<IamRole> trusting;

  private IdentityPools(Estate estate) {
    this.estate = estate;
    estate.inventory().all(IdentityPoolRoles.class).forEach(one -> roles.put(one.poolId(), one));
    trusting = estate.inventory().all(IamRole.class).stream().filter(IdentityPools::trustsPools).toList();
  }

  /** The view of an estate, made once. */
  static IdentityPools of(Estate estate) {
    return estate.view(IdentityPools.class, IdentityPools::new);
  }

  private static boolean trustsPools(IamRole role) {
    return role.trust().stream().flatMap(trust -> trust.statements().stream())
        .anyMatch(statement -> statement.allows() && !statement.principals().negated() && statement.principals().values().contains("Federated:" + ISSUER));
  }

  /** Roles whose trust names Cognito's issuer, sorted. */
  List<IamRole> trusting() {
    return trusting;
  }

  Optional<IdentityPoolRoles> rolesOf(IdentityPool pool) {
    return Optional.ofNullable(roles.get(pool.poolId()));
  }

  /** What the pool gives a guest, and whatever else its token opens. */
  List<IamRole> ofGuests(IdentityPool pool) {
    return given(pool, rolesOf(pool).flatMap(IdentityPoolRoles::ofGuests).stream());
  }

  /** What the pool gives who signed in, and whatever else the token opens. */
  List<IamRole> ofUsers(IdentityPool pool) {
    return given(pool, rolesOf(pool).stream().flatMap(one -> one.ofUsers().stream()));
  }

  private List<IamRole> given(IdentityPool pool, Stream<Arn> assigned) {
    if (pool.classicFlow()) {
      return trusting;
    }
    return assigned.flatMap(arn -> estate.inventory().find(IamRole.class, arn).stream()).filter(trusting::contains).toList();
  }

  /** Whether a role lets in the holder of a pool's token. */
  Ruling admits(IamRole role, String poolId, List<String> methods) {
    Map<String, List<String>> claims = new TreeMap<>();
    ABSENT.forEach(key -> claims.put(key, List.of()));
    claims.put(ISSUER + ":aud", List.of(poolId));
    claims.put(ISSUER + ":amr", methods);
    claims.put("aws:FederatedProvider", List.of(ISSUER));
    claims.put("aws:PrincipalIsAWSService", List.of("false"));
    return AwsAuthorization.of(estate).trust(role, new AwsPrincipal.Federated(ISSUER), ACTION, claims, Set.of());
  }

  /** The pools that roles' trusts ask for. */
  static List<String> asked(IamRole role) {
    List<String> asked = new ArrayList<>();
    role.trust().stream().flatMap(trust -> trust.statements().stream()).map(Statement::conditions).flatMap(List::stream)
        .filter(clause -> ResourceId.lowerCase(clause.key()).equals(ISSUER + ":aud")).forEach(clause -> asked.addAll(clause.values()));
    return asked.stream().distinct().toList();
  }
}
