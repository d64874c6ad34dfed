package io.drawbridge.edge.aws.organization;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Decisions;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.PrincipalDocuments;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.PermissionSet;
import io.drawbridge.inventory.aws.SsoInstance;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who administers Identity Center assigns itself: a permission set of its own making with every right in an account, or one that is there
 * already.
 *
 * <p>The caller must sign in through Identity Center, or be able to ({@link CenterAdministration}). Whether the new role would be an
 * administrator is asked under the account's control policies, with the name that the role would have. Source: IAM Identity Center API
 * reference, CreateAccountAssignment, which provisions the permission set. <b>Not modelled:</b> a permission set that is there already but
 * in no role of the account; tags of permission sets, on which the decision is then conditional.
 */
final class PermissionSetAssignment implements EdgeRule {

  private static final String ASSIGN = "sso:CreateAccountAssignment";
  private static final String CREATE = "sso:CreatePermissionSet";
  private static final List<String> WRITES = List.of("sso:AttachManagedPolicyToPermissionSet", "sso:PutInlinePolicyToPermissionSet");
  private static final Set<String> TAGS = Set.of("aws:requesttag/", "aws:tagkeys");
  private static final Set<String> TAGS_OF_NEW = Set.of("aws:resourcetag/");

  private static final Capability NEW = new Capability("assign-new-permission-set", EdgeKind.CAN_ESCALATE_TO,
      new Technique("sso-001", "assigns itself a permission set of its own making", "T1098.001",
          "let nobody both make permission sets and assign them, and leave the management account to few"), Likelihood.LIKELY);
  private static final Capability EXISTING = new Capability("assign-permission-set", EdgeKind.CAN_ADD_CREDENTIAL,
      new Technique("aws-assign-permission-set", "assigns itself a permission set that is in the account already", "T1098.001",
          "limit sso:CreateAccountAssignment to the accounts and permission sets that the caller hands out"), Likelihood.EASY);

  @Override
  public List<Operation> reads() {
    return List.of(IdentityCenter.INSTANCES, IdentityCenter.ASSIGNMENTS, IdentityCenter.USERS, IdentityCenter.DELEGATED,
        new Operation("organizations", "list-accounts"), Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(NEW.technique(), EXISTING.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (SsoInstance instance : estate.inventory().all(SsoInstance.class)) {
      var administration = new CenterAdministration(estate, instance);
      administration.gaps(sink);
      new Assigning(estate, administration).draw(sink);
    }
  }

  /** One instance. */
  private record Assigning(Estate estate, CenterAdministration administration) {

    void draw(EdgeSink sink) {
      List<AwsIdentity> people = administration.people(List.of(ASSIGN));
      List<AwsIdentity> principals = administration.principals(List.of(ASSIGN)).stream().filter(one -> administration.becomesUser(one).possible()).toList();
      draw(people, administration::assigned, List.of(), sink);
      draw(principals, administration::becomesUser, administration.unreadSource(), sink);
    }

    private void draw(List<AwsIdentity> callers, Function<AwsIdentity, Decision> signsIn, List<Unread> unread, EdgeSink sink) {
      if (callers.isEmpty()) {
        return;
      }
      AwsAuthorization authorization = AwsAuthorization.of(estate);
      List<Target> fresh = new ArrayList<>();
      List<Target> existing = new ArrayList<>();
      for (String calling : administration.accounts()) {
        fresh(calling).forEach(target -> fresh.add(target.unread(unread)));
        existing(calling).forEach(target -> existing.add(target.unread(unread)));
      }
      new CapabilityDerivation(authorization, NEW, fresh, Set.of(), caller -> Decisions.and(signsIn.apply(caller), makesSet(caller))).draw(callers, sink);
      new CapabilityDerivation(authorization, EXISTING, existing, Set.of(), caller -> Decisions.and(signsIn.apply(caller), assigns(caller)))
          .draw(callers, sink);
    }

    /** Power over the accounts in which a new role with every right would have it. */
    private List<Target> fresh(String calling) {
      List<Target> targets = new ArrayList<>();
      for (String account : administration.members()) {
        boolean management = administration.isManagement(account);
        Optional<AwsIdentity> administrator =
            CenterRoles.administrator(AwsAuthorization.of(estate), account, CenterRoles.OF_IDENTITY_CENTER);
        if (administrator.isPresent() && (!management || calling.equals(account))) {
          List<Demand> demands = new ArrayList<>(List.of(administration.on(calling, ASSIGN, CenterAdministration.account(account))));
          if (management) {
            demands.addAll(administration.ofManagement(calling, Optional.empty()));
          }
          PrincipalDocuments documents = administrator.get().documents();
          targets.add(new Target(administrator.get().node(), demands, new Proof(List.of(), documents.unread()), documents.unreadable(), true, Optional.empty()));
        }
      }
      return targets;
    }

    private List<Target> existing(String calling) {
      List<Target> targets = new ArrayList<>();
      Set<String> members = Set.copyOf(administration.members());
      for (IamRole role : IdentityCenter.of(estate).roles()) {
        boolean management = administration.isManagement(role.id().account());
        Optional<PermissionSet> set = IdentityCenter.of(estate).permissionSet(role.id(), administration.instance())
            .filter(one -> members.contains(role.id().account()) || IdentityCenter.of(estate).isProvisioned(one.id(), role.id().account()));
        if (set.isPresent() && (!management || calling.equals(role.id().account())) && IdentityCenter.of(estate).trust(role).possible()) {
          List<Demand> demands = new ArrayList<>(List.of(
              administration.on(calling, ASSIGN, CenterAdministration.account(role.id().account())), administration.on(calling, ASSIGN, set.get().id())));
          if (management) {
            demands.addAll(administration.ofManagement(calling, Optional.of(role.id())));
          }
          targets.add(new Target(role.id(), demands, Proof.of(List.of()), List.of(), true, Optional.empty()));
        }
      }
      return targets;
    }

    private Decision assigns(AwsIdentity caller) {
      return administration.decide(caller, Set.of(), List.of(administration.on(caller, ASSIGN, administration.instance().id())));
    }

    /** Makes a permission set, gives it every right by either call, and assigns it. */
    private Decision makesSet(AwsIdentity caller) {
      Arn instance = administration.instance().id();
      return WRITES.stream().filter(write -> caller.documents().mayAll(List.of(CREATE, write)))
          .map(write -> Decisions.and(
              administration.decide(caller, TAGS, List.of(administration.on(caller, CREATE, instance), administration.on(caller, write, instance),
                  administration.on(caller, ASSIGN, instance))),
              administration.decide(caller, TAGS_OF_NEW,
                  List.of(administration.on(caller, write, administration.newSet()), administration.on(caller, ASSIGN, administration.newSet())))))
          .min(Comparator.comparingInt(FreeKeys::rank)).orElseGet(() -> new Decision.Denied(false, List.of()));
    }
  }
}
