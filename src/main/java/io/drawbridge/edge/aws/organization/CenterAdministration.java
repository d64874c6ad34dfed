package io.drawbridge.edge.aws.organization;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.AccountAssignment;
import io.drawbridge.inventory.aws.DelegatedAdministrator;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IdentityStoreUser;
import io.drawbridge.inventory.aws.OrganizationAccount;
import io.drawbridge.inventory.aws.SsoInstance;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Who can administer an instance of IAM Identity Center, and in whose name.
 *
 * <p>What is written in Identity Center helps only somebody who signs in through it. That is the user or group behind a role of a permission
 * set, and any principal that can make itself a user with a password. A stolen session of such a role alone is neither.
 *
 * <p>Source: Service Authorization Reference, "AWS IAM Identity Center", "AWS IAM Identity Center directory" and "AWS Identity Store"; IAM
 * Identity Center User Guide, "Delegated administration": who administers from a member account writes nothing that is provisioned in the
 * management account; "Identity and access management": for the management account the caller's own IAM permissions count as well.
 */
final class CenterAdministration {

  /** A permission set that the caller makes. */
  private static final String NEW_SET = "ps-0000000000000000";

  private static final String ANYBODY = "user/00000000-0000-0000-0000-000000000000";
  private static final List<String> NEW_USER = List.of("sso-directory:UpdatePassword", "identitystore:CreateUser");

  /** What puts an identity provider of the caller's in place of the identity source. */
  static final List<String> NEW_PROVIDER =
      List.of("sso-directory:CreateExternalIdPConfigurationForDirectory", "sso-directory:EnableExternalIdPConfigurationForDirectory");

  private final Estate estate;
  private final SsoInstance instance;
  private final IdentityCenter center;
  private final AwsAuthorization authorization;
  private final ResourceContext context;
  private final SortedSet<String> accounts;
  private final Map<String, AccountAssignment> behind = new HashMap<>();

  CenterAdministration(Estate estate, SsoInstance instance) {
    this.estate = estate;
    this.instance = instance;
    this.center = IdentityCenter.of(estate);
    this.authorization = AwsAuthorization.of(estate);
    this.context = new ResourceContext(authorization.mentions());
    this.accounts = center.administering(instance);
  }

  SsoInstance instance() {
    return instance;
  }

  /** The accounts from which the instance is administered. */
  SortedSet<String> accounts() {
    return accounts;
  }

  boolean isManagement(String account) {
    return instance.ownerAccountId().equals(account);
  }

  /** Says what of the question who administers was not read. */
  void gaps(EdgeSink sink) {
    Scope management = Scope.account(instance.ownerAccountId());
    if (estate.coverage().reading(management, IdentityCenter.DELEGATED, IdentityCenter.SERVICE) != Reading.READ) {
      sink.gap(Gaps.of(estate, management, IdentityCenter.DELEGATED, "", "which member accounts administer Identity Center is not known"));
    }
    for (DelegatedAdministrator delegate : estate.inventory().all(DelegatedAdministrator.class)) {
      if (delegate.service().isEmpty() && estate.coverage().reading(delegate.scope(), IdentityCenter.DELEGATED_SERVICES, delegate.accountId()) != Reading.READ) {
        sink.gap(Gaps.of(estate, delegate.scope(), IdentityCenter.DELEGATED_SERVICES, delegate.accountId(), "which services a member account administers is not known"));
      }
    }
  }

  /** The users and roles of the administering accounts, and whoever administers those, that some policy allows all of the actions. */
  List<AwsIdentity> principals(List<String> actions) {
    return authorization.callers().stream().filter(caller -> accounts.contains(caller.account()) && caller.documents().mayAll(actions)).toList();
  }

  /** The users and groups behind the roles of the administering accounts, each with its role's documents. */
  List<AwsIdentity> people(List<String> actions) {
    List<AwsIdentity> people = new ArrayList<>();
    for (IamRole role : center.roles()) {
      Optional<AwsIdentity> session = accounts.contains(role.id().account()) ? authorization.find(role.id()).filter(one -> one.documents().mayAll(actions)) : Optional.empty();
      if (session.isPresent() && center.trust(role).possible()) {
        center.assignedTo(role.id()).forEach(assignment -> {
          AwsIdentity is = session.get();
          behind.put(assignment.principal() + " " + is.arn(), assignment);
          people.add(new AwsIdentity(assignment.principal(), is.arn(), is.documents(), is.context()));
        });
      }
    }
    return people;
  }

  /** The assignment behind one of {@link #people}. */
  Decision assigned(AwsIdentity person) {
    AccountAssignment assignment = java.util.Objects.requireNonNull(behind.get(person.node() + " " + person.arn()));
    return new Decision.Allowed(List.of(ground(assignment)));
  }

  static Ground ground(AccountAssignment assignment) {
    return new Ground(PolicyLayer.ROLE_ASSIGNMENT, "account assignment", assignment.origin().field("/AccountAssignments", assignment.id().resource()));
  }

  /**
   * Whether a principal becomes a user without being one: it makes one and gives it a password, where no other directory keeps the users; or
   * puts an identity provider of its own in place of whatever signs them in.
   */
  Decision becomesUser(AwsIdentity caller) {
    Decision made = isExternal() || !caller.documents().mayAll(NEW_USER) ? new Decision.Denied(false, List.of())
        : decide(caller, Set.of(), List.of(on(caller, "identitystore:CreateUser", store()), on(caller, "identitystore:CreateUser", anybody()),
            anywhere(caller.account(), "sso-directory:UpdatePassword")));
    if (made instanceof Decision.Allowed || !caller.documents().mayAll(NEW_PROVIDER)) {
      return made;
    }
    Decision replaced = decide(caller, Set.of(), NEW_PROVIDER.stream().map(action -> anywhere(caller.account(), action)).toList());
    return FreeKeys.rank(replaced) < FreeKeys.rank(made) ? replaced : made;
  }

  Arn store() {
    return Arn.of("identitystore", "", instance.ownerAccountId(), "identitystore/" + instance.identityStoreId());
  }

  /** Whether another directory keeps the users, so that passwords here count for nothing. */
  boolean isExternal() {
    return estate.inventory().all(IdentityStoreUser.class).stream().anyMatch(IdentityStoreUser::external);
  }

  /** What tells whether another directory keeps the users, if it was not read. */
  List<Unread> unreadSource() {
    return center.wasListed(IdentityCenter.USERS) ? List.of() : List.of(new Unread(instance.scope(), IdentityCenter.USERS.toString()));
  }

  /** A user that the caller names, of which policies say nothing in person. */
  static Arn anybody() {
    return Arn.of("identitystore", "", "", ANYBODY);
  }

  Decision decide(AwsIdentity caller, Set<String> free, List<Demand> demands) {
    return new TargetDecision(authorization, free).of(caller, Target.of(caller.arn(), demands));
  }

  Arn newSet() {
    return Arn.of("sso", "", "", "permissionSet/" + instance.id().name() + "/" + NEW_SET);
  }

  static Arn account(String id) {
    return Arn.of("sso", "", "", "account/" + id);
  }

  /** The accounts of the organization that are in use. */
  List<String> members() {
    return estate.inventory().all(OrganizationAccount.class).stream()
        .filter(account -> account.active() && account.id().account().equals(instance.ownerAccountId())).map(OrganizationAccount::accountId).toList();
  }

  /** A request to Identity Center, whose resources belong to no account by their names. */
  Demand on(AwsIdentity caller, String action, Arn resource) {
    return on(caller.account(), action, resource);
  }

  Demand on(String callingAccount, String action, Arn resource) {
    SortedMap<String, List<String>> known = resource.resource().startsWith("account/") ? context.of(resource, "sso", Map.of()) : context.region(resource);
    return new Demand(action, resource.text(), callingAccount, Optional.empty(), known);
  }

  static Demand anywhere(String callingAccount, String action) {
    return new Demand(action, "*", callingAccount, Optional.empty(), new TreeMap<>());
  }

  /** What Identity Center does with the caller's own permissions where it writes a role of the management account. */
  List<Demand> ofManagement(String callingAccount, Optional<Arn> role) {
    Arn written = role.orElseGet(() -> Arn.of("iam", "", instance.ownerAccountId(), CenterRoles.OF_IDENTITY_CENTER));
    List<String> actions = role.isPresent() ? List.of("iam:AttachRolePolicy") : List.of("iam:CreateRole", "iam:AttachRolePolicy");
    SortedMap<String, List<String>> known = context.region(written);
    known.put("aws:viaawsservice", List.of("true"));
    List.of("aws:calledvia", "aws:calledviafirst", "aws:calledvialast").forEach(key -> known.put(key, List.of(IdentityCenter.SERVICE)));
    return actions.stream().map(action -> new Demand(action, written.text(), callingAccount, Optional.empty(), known)).toList();
  }
}
