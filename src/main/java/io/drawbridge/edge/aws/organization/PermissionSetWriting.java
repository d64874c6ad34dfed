package io.drawbridge.edge.aws.organization;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AdministratorPanel;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.PrincipalDocuments;
import io.drawbridge.edge.aws.Strangers;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.AccountAssignment;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IdentityStoreMembership;
import io.drawbridge.inventory.aws.PermissionSet;
import io.drawbridge.inventory.aws.SsoInstance;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who administers Identity Center writes every right into a permission set that it is assigned, and has it provisioned anew.
 *
 * <p>The session that writes becomes an administrator of its own account; the user or group behind it becomes one in every account where it
 * is assigned a permission set that the session may write. Roles keep what they have until {@code sso:ProvisionPermissionSet}. Source: IAM
 * Identity Center API reference, AttachManagedPolicyToPermissionSet, PutInlinePolicyToPermissionSet and ProvisionPermissionSet.
 * <b>Not modelled:</b> taking the permission set's boundary off first; waiting for somebody else to provision; who may write a permission
 * set that it is not assigned, which changes what others may do.
 */
final class PermissionSetWriting implements EdgeRule {

  private static final String PROVISION = "sso:ProvisionPermissionSet";
  private static final String INLINE = "AwsSSOInlinePolicy";
  private static final String REMEDY = "keep the permission sets that write permission sets apart, and assign them in the management account to few";

  /** One call that writes a permission set. */
  private record Write(Technique technique, String action, boolean replacesInline) {}

  private static final List<Write> WRITES =
      List.of(
          new Write(new Technique("sso-002", "attaches a managed policy to its own permission set", "T1098.003", REMEDY),
              "sso:AttachManagedPolicyToPermissionSet", false),
          new Write(new Technique("sso-003", "writes the inline policy of its own permission set", "T1098.003", REMEDY),
              "sso:PutInlinePolicyToPermissionSet", true));

  @Override
  public List<Operation> reads() {
    return List.of(IdentityCenter.INSTANCES, IdentityCenter.ASSIGNMENTS, IdentityCenter.DESCRIBE_SET, IdentityCenter.DELEGATED);
  }

  @Override
  public List<Technique> techniques() {
    return WRITES.stream().map(Write::technique).toList();
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (SsoInstance instance : estate.inventory().all(SsoInstance.class)) {
      var administration = new CenterAdministration(estate, instance);
      administration.gaps(sink);
      for (Write write : WRITES) {
        new Writing(estate, administration, write, sink).draw();
      }
    }
  }

  /** An assignment, and the memberships by which it is somebody's who writes. */
  private record Held(AccountAssignment assignment, List<Ground> memberships) {
    List<Ground> grounds() {
      return Stream.concat(Stream.of(CenterAdministration.ground(assignment)), memberships.stream()).toList();
    }
  }

  /** One call on one instance. */
  private static final class Writing {
    private final Estate estate;
    private final CenterAdministration administration;
    private final Write write;
    private final EdgeSink sink;
    private final IdentityCenter center;
    private final AwsAuthorization authorization;
    private final AdministratorPanel panel;
    private final Map<Arn, List<IdentityStoreMembership>> members = new HashMap<>();
    private final Map<Arn, List<IdentityStoreMembership>> groups = new HashMap<>();
    private final Map<Arn, Boolean> gaining = new HashMap<>();
    private final Map<String, Decision> written = new HashMap<>();

    Writing(Estate estate, CenterAdministration administration, Write write, EdgeSink sink) {
      this.estate = estate;
      this.administration = administration;
      this.write = write;
      this.sink = sink;
      this.center = IdentityCenter.of(estate);
      this.authorization = AwsAuthorization.of(estate);
      this.panel = new AdministratorPanel(authorization);
      for (IdentityStoreMembership membership : center.memberships()) {
        members.computeIfAbsent(membership.group(), none -> new ArrayList<>()).add(membership);
        groups.computeIfAbsent(membership.member(), none -> new ArrayList<>()).add(membership);
      }
    }

    void draw() {
      List<String> actions = List.of(write.action, PROVISION);
      administration.principals(actions).stream().filter(one -> IdentityCenter.permissionSetName(one.arn()).isPresent()).forEach(this::ownSession);
      for (AwsIdentity person : administration.people(actions)) {
        var principal = (Arn) person.node();
        center.assignmentsOf(principal).forEach(assignment -> everywhere(person, principal, new Held(assignment, List.of())));
        members.getOrDefault(principal, List.of()).forEach(membership ->
            elsewhere(membership).forEach(held -> everywhere(person, membership.member(), held)));
      }
    }

    /** What a member has besides the group that writes. */
    private List<Held> elsewhere(IdentityStoreMembership writing) {
      List<Held> all = new ArrayList<>();
      center.assignmentsOf(writing.member()).forEach(assignment -> all.add(new Held(assignment, List.of(ground(writing)))));
      groups.getOrDefault(writing.member(), List.of()).stream().filter(other -> !other.group().equals(writing.group())).forEach(other ->
          center.assignmentsOf(other.group()).forEach(assignment -> all.add(new Held(assignment, List.of(ground(writing), ground(other))))));
      return all;
    }

    private static Ground ground(IdentityStoreMembership membership) {
      return new Ground(PolicyLayer.ROLE_ASSIGNMENT, "group membership", membership.origin().field("/GroupMemberships", membership.id().name() + " is a member"));
    }

    private void ownSession(AwsIdentity session) {
      Optional<PermissionSet> set = center.permissionSet(session.arn(), administration.instance());
      Optional<IamRole> role = estate.inventory().find(IamRole.class, session.arn());
      if (set.isPresent() && role.isPresent()) {
        escalate(session, session.node(), set.get().id(), role.get(), Decisions.YES);
      }
    }

    private void everywhere(AwsIdentity person, Arn principal, Held held) {
      center.role(held.assignment).ifPresent(role -> escalate(person, principal, held.assignment.permissionSet(), role,
          Decisions.and(administration.assigned(person), new Decision.Allowed(held.grounds()))));
    }

    /** Whoever holds the first gains power over the account of the role. */
    private void escalate(AwsIdentity writer, ResourceId holder, Arn set, IamRole role, Decision besides) {
      Optional<AwsIdentity> before = authorization.find(role.id());
      if (before.isEmpty() || !gaining.computeIfAbsent(role.id(), id -> !panel.isUnrestricted(before.get()) && panel.isUnrestricted(stronger(before.get())))) {
        return;
      }
      Decision decision = Decisions.and(written.computeIfAbsent(writer.arn() + " " + role.id(), key -> writes(writer, set, role)), besides);
      ResourceId administrator = authorization.administrator(role.id().account()).node();
      var proof = new Proof(authorization.evidence(decision), Stream.concat(
          writer.documents().unread().stream(), before.get().documents().unread().stream()).toList());
      DecisionEdges.of(Edge.of(holder, administrator, EdgeKind.CAN_ESCALATE_TO, write.technique.id(), proof, Likelihood.LIKELY.cost()), decision, holder)
          .forEach(sink::edge);
    }

    private AwsIdentity stronger(AwsIdentity role) {
      PrincipalDocuments now = role.documents();
      List<NamedPolicy> policies = new ArrayList<>(now.identity());
      policies.removeIf(policy -> write.replacesInline && policy.name().equals(INLINE));
      policies.add(Strangers.ASSUMED);
      return role.with(new PrincipalDocuments(policies, now.boundary(), now.scps(), now.unreadable(), now.unread()));
    }

    private Decision writes(AwsIdentity writer, Arn set, IamRole role) {
      String account = role.id().account();
      boolean management = administration.isManagement(account);
      boolean fromMember = !administration.isManagement(writer.account());
      if (fromMember && (management || center.isProvisioned(set, administration.instance().ownerAccountId()))) {
        return new Decision.Denied(false, List.of());
      }
      Arn instance = administration.instance().id();
      List<Demand> demands = new ArrayList<>(List.of(administration.on(writer, write.action, instance), administration.on(writer, write.action, set),
          administration.on(writer, PROVISION, instance), administration.on(writer, PROVISION, set),
          administration.on(writer, PROVISION, CenterAdministration.account(account))));
      if (management) {
        demands.addAll(administration.ofManagement(writer.account(), Optional.of(role.id())));
      }
      return administration.decide(writer, Set.of(), demands);
    }
  }
}
