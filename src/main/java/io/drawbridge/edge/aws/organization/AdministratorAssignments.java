package io.drawbridge.edge.aws.organization;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AdministratorPanel;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.PrincipalDocuments;
import io.drawbridge.edge.aws.Unreadable;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.AccountAssignment;
import io.drawbridge.inventory.aws.PermissionSet;
import io.drawbridge.inventory.aws.PermissionSetBoundary;
import io.drawbridge.inventory.aws.PermissionSetInlinePolicy;
import io.drawbridge.inventory.aws.PermissionSetManagedPolicies;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A user or group of Identity Center administers an account that was not read itself: its permission set alone says that its role has every
 * right there.
 *
 * <p>Where the account was read, the role is asked and not its permission set. Source: IAM Identity Center API reference,
 * ListManagedPoliciesInPermissionSet, GetInlinePolicyForPermissionSet, GetPermissionsBoundaryForPermissionSet. <b>Not modelled:</b> policies
 * of the account's own that a permission set names.
 */
final class AdministratorAssignments implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("aws-administrator-permission-set", "signs in with every right in the account", "T1078.004",
      "assign a narrower permission set, and keep administrators' to a group of few");

  private static final Operation ROLES = Operation.parse("iam:get-account-authorization-details");
  private static final Operation MANAGED = new Operation("sso-admin", "list-managed-policies-in-permission-set");
  private static final Operation INLINE = new Operation("sso-admin", "get-inline-policy-for-permission-set");
  private static final Operation BOUNDARY = new Operation("sso-admin", "get-permissions-boundary-for-permission-set");

  @Override
  public List<Operation> reads() {
    return List.of(IdentityCenter.INSTANCES, IdentityCenter.ASSIGNMENTS, MANAGED, INLINE, BOUNDARY);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    IdentityCenter center = IdentityCenter.of(estate);
    for (AccountAssignment assignment : estate.inventory().all(AccountAssignment.class)) {
      boolean read = estate.coverage().reading(Scope.account(assignment.accountId()), ROLES) == Reading.READ || center.role(assignment).isPresent();
      if (!read && center.canSignIn(assignment.principal())) {
        center.permissionSet(assignment).ifPresent(set -> draw(estate, assignment, set, sink));
      }
    }
  }

  private static void draw(Estate estate, AccountAssignment assignment, PermissionSet set, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var panel = new AdministratorPanel(authorization);
    AwsIdentity role = role(estate, assignment.accountId(), set);
    if (!panel.isUnrestricted(role)) {
      return;
    }
    Ruling shown = panel.shown(role);
    var assigned = new Proof(authorization.evidence(new Decision.Allowed(List.of(CenterAdministration.ground(assignment)))),
        unread(estate, set));
    Edge plain = Edge.of(assignment.principal(), role.node(), EdgeKind.CAN_CONTROL, TECHNIQUE.id(), shown.proof().and(assigned), Likelihood.CERTAIN.cost());
    DecisionEdges.of(plain, Decisions.given(shown.decision(), unreadableBoundary(estate, set)), assignment.principal()).forEach(sink::edge);
  }

  /** The role that the permission set would have become. */
  private static AwsIdentity role(Estate estate, String account, PermissionSet set) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    Inventory inventory = estate.inventory();
    AwsIdentity named = CenterRoles.named(authorization, account, "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_" + set.displayName() + "_0000000000000000");
    List<NamedPolicy> identity = new ArrayList<>();
    inventory.find(PermissionSetManagedPolicies.class, PermissionSetManagedPolicies.idOf(set.id()))
        .ifPresent(managed -> managed.policyArns().forEach(arn -> authorization.managedPolicy(arn).ifPresent(identity::add)));
    inventory.find(PermissionSetInlinePolicy.class, PermissionSetInlinePolicy.idOf(set.id()))
        .flatMap(PermissionSetInlinePolicy::policy).ifPresent(identity::add);
    Optional<List<NamedPolicy>> boundary = boundary(estate, set).flatMap(one -> authorization.managedPolicy(one.policyArn())).map(List::of);
    return named.with(new PrincipalDocuments(identity, boundary, named.documents().scps(), named.documents().unreadable(), named.documents().unread()));
  }

  private static Optional<PermissionSetBoundary> boundary(Estate estate, PermissionSet set) {
    return estate.inventory().find(PermissionSetBoundary.class, PermissionSetBoundary.idOf(set.id()));
  }

  /** A boundary that is a policy of the account's own stands in the account, which was not read. */
  private static List<Requirement> unreadableBoundary(Estate estate, PermissionSet set) {
    return boundary(estate, set).filter(one -> AwsAuthorization.of(estate).managedPolicy(one.policyArn()).isEmpty())
        .map(one -> Unreadable.ofBoundary(one.id().text())).stream().toList();
  }

  /** What could take rights away and was not read. */
  private static List<Unread> unread(Estate estate, PermissionSet set) {
    List<Unread> unread = new ArrayList<>();
    if (estate.inventory().find(PermissionSetInlinePolicy.class, PermissionSetInlinePolicy.idOf(set.id())).isEmpty()) {
      unread.add(new Unread(set.scope(), INLINE.toString()));
    }
    if (boundary(estate, set).isEmpty() && estate.coverage().entries(set.scope(), BOUNDARY).stream().noneMatch(entry -> isAbout(entry.resource(), set.id()))) {
      unread.add(new Unread(set.scope(), BOUNDARY.toString()));
    }
    return unread;
  }

  /** An answer that there is none is an answer too. */
  private static boolean isAbout(String resource, Arn set) {
    return resource.isEmpty() || resource.equals(set.text());
  }
}
