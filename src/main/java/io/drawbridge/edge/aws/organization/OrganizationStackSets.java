package io.drawbridge.edge.aws.organization;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.LaunchDecision;
import io.drawbridge.edge.aws.Organizations;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.StackSets;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.DelegatedAdministrator;
import io.drawbridge.inventory.aws.Organization;
import io.drawbridge.inventory.aws.OrganizationAccount;
import io.drawbridge.inventory.aws.OrganizationServiceAccess;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From the management account, or from one that it delegates to, a stack set deploys a role of the caller's making into member accounts.
 *
 * <p>With service-managed permissions CloudFormation brings its own role with every right into each account; the management account itself
 * is never a target. Where the organization has not let the service in, a principal of the management account may do that first. Source:
 * CloudFormation User Guide, "Activate trusted access for StackSets with AWS Organizations"; Service Authorization Reference, "AWS
 * CloudFormation". <b>Not modelled:</b> stack sets with self-managed permissions, whose roles are assumed as others are; stack sets that are
 * there already and could be updated.
 */
final class OrganizationStackSets implements EdgeRule {

  private static final String NAME = "deploy-stack-set";
  private static final Technique TECHNIQUE = new Technique("aws-organization-stack-set", "deploys a role of its own into member accounts", "T1651",
      "limit stack sets of the organization to a pipeline's role, and delegate them to an account of their own");

  private static final String SERVICE = "member.org.stacksets.cloudformation.amazonaws.com";
  private static final Operation ACCESS = new Operation("organizations", "list-aws-service-access-for-organization");
  private static final List<String> LET_IN =
      List.of("organizations:EnableAWSServiceAccess", "cloudformation:ActivateOrganizationsAccess", "iam:CreateServiceLinkedRole");

  @Override
  public List<Operation> reads() {
    return List.of(Organizations.DESCRIBE_ORGANIZATION, new Operation("organizations", "list-accounts"), ACCESS, IdentityCenter.DELEGATED,
        Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    estate.inventory().all(Organization.class).forEach(organization -> derive(estate, organization, sink));
  }

  private static void derive(Estate estate, Organization organization, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    String management = organization.managementAccountId();
    Optional<OrganizationServiceAccess> access = estate.inventory().all(OrganizationServiceAccess.class).stream()
        .filter(one -> one.service().equals(SERVICE)).findFirst();
    if (access.isEmpty() && estate.coverage().reading(Scope.account(management), ACCESS) != Reading.READ) {
      sink.gap(Gaps.of(estate, Scope.account(management), ACCESS, "", "whether stack sets of the organization reach its accounts is not known"));
    }
    CapabilitySet accounts = accounts(estate, management);
    var sets = new CapabilitySets(sink);
    var launch = new LaunchDecision(estate, List.of(StackSets.DEPLOYED));
    for (AwsIdentity caller : callers(estate, management)) {
      Decision decision = launch.of(caller);
      if (access.isEmpty()) {
        decision = Decisions.and(decision, letsIn(authorization, caller, management));
      }
      if (decision.possible()) {
        Proof shown = new Proof(authorization.evidence(decision), caller.documents().unread())
            .and(Proof.of(access.stream().map(one -> ServiceRole.fact(one.origin(), "/EnabledServicePrincipals", one.service())).toList()));
        sets.connect(Edge.of(caller.node(), accounts.id(), EdgeKind.CAN_ESCALATE_TO, TECHNIQUE.id(), shown, Likelihood.LIKELY.cost()), decision,
            caller.node(), accounts);
      }
    }
  }

  private static List<AwsIdentity> callers(Estate estate, String management) {
    NavigableSet<String> from = new TreeSet<>(List.of(management));
    estate.inventory().all(DelegatedAdministrator.class).stream().filter(delegate -> delegate.service().equals(SERVICE))
        .map(DelegatedAdministrator::accountId).forEach(from::add);
    return AwsAuthorization.of(estate).callers().stream()
        .filter(caller -> from.contains(caller.account()) && caller.documents().mayAll(StackSets.ACTIONS)).toList();
  }

  /** Only the management account lets a service in. */
  private static Decision letsIn(AwsAuthorization authorization, AwsIdentity caller, String management) {
    if (!caller.account().equals(management) || !caller.documents().mayAll(LET_IN)) {
      return new Decision.Denied(false, List.of());
    }
    var context = new TreeMap<String, List<String>>();
    context.put("organizations:serviceprincipal", List.of(SERVICE));
    context.put("iam:awsservicename", List.of("stacksets.cloudformation.amazonaws.com"));
    Arn linked = Arn.of("iam", "", management, "role/aws-service-role/stacksets.cloudformation.amazonaws.com/AWSServiceRoleForCloudFormationStackSetsOrgAdmin");
    List<Demand> demands = LET_IN.stream()
        .map(action -> new Demand(action, action.startsWith("iam:") ? linked.text() : "*", management, Optional.empty(), context)).toList();
    return new TargetDecision(authorization, Set.of()).of(caller, Target.of(caller.arn(), demands));
  }

  private static CapabilitySet accounts(Estate estate, String management) {
    List<CapabilitySet.Member> members = new ArrayList<>();
    List<Arn> others = new ArrayList<>();
    for (OrganizationAccount account : estate.inventory().all(OrganizationAccount.class)) {
      if (account.accountId().equals(management) || !account.id().account().equals(management)) {
        continue;
      }
      Optional<AwsIdentity> administrator = account.active()
          ? CenterRoles.administrator(AwsAuthorization.of(estate), account.accountId(), CenterRoles.OF_STACK_SETS) : Optional.empty();
      administrator.ifPresentOrElse(
          one -> members.add(new CapabilitySet.Member(one.node(),
              new Proof(List.of(ServiceRole.fact(account.origin(), "/Accounts", account.accountId())), one.documents().unread()))),
          () -> others.add(account.id()));
    }
    return CapabilitySet.of(NAME, management, others, members);
  }
}
