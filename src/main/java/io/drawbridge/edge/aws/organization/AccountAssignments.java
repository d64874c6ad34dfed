package io.drawbridge.edge.aws.organization;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AccountAssignment;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.PermissionSet;
import io.drawbridge.inventory.aws.SsoInstance;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A user or group of Identity Center takes a session of the role that an assigned permission set became in an account.
 *
 * <p>The role is found by its name, and must still trust the SAML provider that Identity Center keeps in the account. Source: IAM Identity
 * Center User Guide, "Assign user access to AWS accounts" and "Permission sets"; STS API reference, AssumeRoleWithSAML. <b>Not modelled:</b>
 * the identity provider behind the identity store, of which no API tells the issuer; applications and their trusted token issuers, whose
 * tokens give no role.
 */
final class AccountAssignments implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("aws-account-assignment", "signs in to a role through Identity Center", "T1078.004",
      "remove the account assignment, or assign a narrower permission set");

  private static final Operation ROLES = Operation.parse("iam:get-account-authorization-details");
  private static final Duration SESSION = Duration.ofHours(1);

  @Override
  public List<Operation> reads() {
    return List.of(IdentityCenter.INSTANCES, IdentityCenter.ASSIGNMENTS, IdentityCenter.USERS, IdentityCenter.GROUPS, ROLES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    IdentityCenter center = IdentityCenter.of(estate);
    gaps(estate, sink);
    for (AccountAssignment assignment : estate.inventory().all(AccountAssignment.class)) {
      if (center.canSignIn(assignment.principal())) {
        draw(estate, center, assignment, sink);
      }
    }
  }

  /** An instance is there, and nobody read what it assigns or whom it knows. */
  private static void gaps(Estate estate, EdgeSink sink) {
    IdentityCenter center = IdentityCenter.of(estate);
    for (SsoInstance instance : estate.inventory().all(SsoInstance.class)) {
      for (Operation operation : List.of(IdentityCenter.ASSIGNMENTS, IdentityCenter.USERS, IdentityCenter.GROUPS, IdentityCenter.MEMBERSHIPS)) {
        if (!center.wasListed(operation)) {
          sink.gap(Gaps.of(estate, instance.scope(), operation, "", "who signs in to which account through Identity Center is not known"));
        }
      }
    }
  }

  private static void draw(Estate estate, IdentityCenter center, AccountAssignment assignment, EdgeSink sink) {
    Optional<PermissionSet> set = center.permissionSet(assignment);
    if (set.isEmpty()) {
      sink.gap(Gaps.of(estate, assignment.scope(), IdentityCenter.DESCRIBE_SET, assignment.permissionSet().text(),
          "which role an assigned permission set became is not known"));
      return;
    }
    Optional<IamRole> role = center.role(assignment);
    if (role.isEmpty()) {
      Scope account = Scope.account(assignment.accountId());
      if (estate.coverage().reading(account, ROLES) != Reading.READ || set.get().displayName().isEmpty()) {
        sink.gap(Gaps.of(estate, account, ROLES, "", "what an assigned permission set may do in the account is not known"));
      }
      return;
    }
    Ruling trust = center.trust(role.get());
    var assigned = new Evidence(Evidence.Side.GRANT, assignment.origin().field("/AccountAssignments", assignment.id().resource()), assignment.scope(),
        assignment.origin().snapshot());
    Edge plain = Edge.of(assignment.principal(), role.get().id(), EdgeKind.CAN_ASSUME, TECHNIQUE.id(), trust.proof().and(Proof.of(List.of(assigned))),
        Likelihood.CERTAIN.cost()).outliving(session(set.get()));
    DecisionEdges.of(plain, trust.decision(), assignment.principal()).forEach(sink::edge);
  }

  private static Duration session(PermissionSet set) {
    try {
      return set.sessionDuration().isEmpty() ? SESSION : Duration.parse(set.sessionDuration());
    } catch (DateTimeParseException notADuration) {
      return SESSION;
    }
  }
}
