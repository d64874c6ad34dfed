package io.drawbridge.edge.aws.organization;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.AccountAssignment;
import io.drawbridge.inventory.aws.DelegatedAdministrator;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IdentityStoreGroup;
import io.drawbridge.inventory.aws.IdentityStoreMembership;
import io.drawbridge.inventory.aws.IdentityStoreUser;
import io.drawbridge.inventory.aws.PermissionSet;
import io.drawbridge.inventory.aws.SsoInstance;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.aws.AwsPrincipal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * IAM Identity Center as the accounts of an estate see it: its permission sets and the roles that they became, who is assigned to them,
 * and from which accounts it is administered.
 *
 * <p>Source: IAM Identity Center User Guide, "Referencing permission sets in resource policies" (the names of its roles), "Delegated
 * administration".
 */
final class IdentityCenter {

  static final Operation INSTANCES = new Operation("sso-admin", "list-instances");
  static final Operation DESCRIBE_SET = new Operation("sso-admin", "describe-permission-set");
  static final Operation ASSIGNMENTS = new Operation("sso-admin", "list-account-assignments");
  static final Operation USERS = new Operation("identitystore", "list-users");
  static final Operation GROUPS = new Operation("identitystore", "list-groups");
  static final Operation MEMBERSHIPS = new Operation("identitystore", "list-group-memberships");
  static final Operation DELEGATED = new Operation("organizations", "list-delegated-administrators");
  static final Operation DELEGATED_SERVICES = new Operation("organizations", "list-delegated-services-for-account");

  static final String SERVICE = "sso.amazonaws.com";
  private static final String PATH = "role/aws-reserved/sso.amazonaws.com/";

  private static final String AUDIENCE = "https://signin.aws.amazon.com/saml";
  private static final String FEDERATED = "Federated:";
  private static final String PROVIDER = ":saml-provider/AWSSSO_";

  /** {@code AWSReservedSSO_<permission set>_<16 hexadecimal digits>}. */
  private static final Pattern ROLE = Pattern.compile("AWSReservedSSO_(.+)_[0-9a-f]{16}");

  private final Estate estate;
  private final Map<String, IamRole> roles = new HashMap<>();
  private final Map<Arn, List<AccountAssignment>> assigned = new HashMap<>();
  private final Map<Arn, List<AccountAssignment>> ofPrincipal = new HashMap<>();
  private final Map<String, PermissionSet> sets = new HashMap<>();
  private final Set<String> provisioned = new HashSet<>();
  private final Set<Operation> listed;

  private IdentityCenter(Estate estate) {
    this.estate = estate;
    this.listed = estate.coverage().entries().stream().filter(entry -> entry.status() == CoverageStatus.COMPLETE).map(CoverageEntry::operation)
        .collect(Collectors.toSet());
    estate.inventory().all(IamRole.class).forEach(role -> permissionSetName(role.id()).ifPresent(name -> roles.put(role.id().account() + "/" + name, role)));
    estate.inventory().all(PermissionSet.class).forEach(set -> sets.put(instanceOf(set) + "/" + set.displayName(), set));
    estate.inventory().all(AccountAssignment.class)
        .forEach(assignment -> ofPrincipal.computeIfAbsent(assignment.principal(), none -> new ArrayList<>()).add(assignment));
    estate.inventory().all(AccountAssignment.class).forEach(assignment -> provisioned.add(assignment.accountId() + assignment.permissionSet()));
    estate.inventory().all(AccountAssignment.class).forEach(assignment -> role(assignment)
        .ifPresent(role -> assigned.computeIfAbsent(role.id(), none -> new ArrayList<>()).add(assignment)));
  }

  /** The view of an estate, made once. */
  static IdentityCenter of(Estate estate) {
    return estate.view(IdentityCenter.class, IdentityCenter::new);
  }

  /** The permission set that a role was made of. */
  static Optional<String> permissionSetName(Arn role) {
    Matcher matcher = ROLE.matcher(role.name());
    return role.resource().startsWith(PATH) && matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  Optional<PermissionSet> permissionSet(AccountAssignment assignment) {
    return estate.inventory().find(PermissionSet.class, assignment.permissionSet());
  }

  /** The role that an assignment's permission set became in its account, if both were read. */
  Optional<IamRole> role(AccountAssignment assignment) {
    return permissionSet(assignment).map(set -> roles.get(assignment.accountId() + "/" + set.displayName()));
  }

  /** Whether the role of a permission set still lets Identity Center's own SAML provider in. */
  Ruling trust(IamRole role) {
    return role.trust().stream().flatMap(trust -> trust.statements().stream()).flatMap(statement -> statement.principals().values().stream())
        .filter(value -> value.startsWith(FEDERATED) && value.contains(PROVIDER)).distinct()
        .map(value -> AwsAuthorization.of(estate).trust(role, new AwsPrincipal.Federated(value.substring(FEDERATED.length())),
            "sts:AssumeRoleWithSAML", Map.of("SAML:aud", List.of(AUDIENCE)), Set.of()))
        .filter(Ruling::possible).findFirst()
        .orElseGet(() -> new Ruling(new Decision.Denied(false, List.of()), Proof.of(List.of())));
  }

  /** The permission set of an instance that a role was made of, if it was read. */
  Optional<PermissionSet> permissionSet(Arn role, SsoInstance instance) {
    return permissionSetName(role).map(name -> sets.get(instance.id().name() + "/" + name));
  }

  /** {@code permissionSet/<instance>/<permission set>}. */
  private static String instanceOf(PermissionSet set) {
    String[] parts = set.id().resource().split("/", -1);
    return parts.length > 1 ? parts[1] : "";
  }

  /** The roles of permission sets, sorted. */
  List<IamRole> roles() {
    return roles.values().stream().sorted(Comparator.comparing(IamRole::id)).toList();
  }

  /** What a user or group is assigned in its own name. */
  List<AccountAssignment> assignmentsOf(Arn principal) {
    return ofPrincipal.getOrDefault(principal, List.of());
  }

  /** Whether anybody is assigned a permission set in an account. */
  boolean isProvisioned(Arn permissionSet, String account) {
    return provisioned.contains(account + permissionSet);
  }

  /** Who is assigned to a role of Identity Center and can sign in. */
  List<AccountAssignment> assignedTo(Arn role) {
    return assigned.getOrDefault(role, List.of()).stream().filter(assignment -> canSignIn(assignment.principal())).toList();
  }

  /** False for a user that is disabled, and for a user or group that is not among those that were listed. */
  boolean canSignIn(Arn principal) {
    boolean group = principal.resource().startsWith("group/");
    if (group) {
      return estate.inventory().find(IdentityStoreGroup.class, principal).isPresent() || !wasListed(GROUPS);
    }
    return estate.inventory().find(IdentityStoreUser.class, principal).map(IdentityStoreUser::enabled).orElse(!wasListed(USERS));
  }

  /** Whether somebody listed all of something of the identity store, from whichever account. */
  boolean wasListed(Operation operation) {
    return listed.contains(operation);
  }

  /** The accounts whose principals administer the instance: the management account and those that it delegates to. */
  NavigableSet<String> administering(SsoInstance instance) {
    NavigableSet<String> accounts = new TreeSet<>(List.of(instance.ownerAccountId()));
    estate.inventory().all(DelegatedAdministrator.class).stream().filter(delegate -> delegate.service().equals(SERVICE))
        .map(DelegatedAdministrator::accountId).forEach(accounts::add);
    return accounts;
  }

  /** The memberships of users that can sign in. */
  List<IdentityStoreMembership> memberships() {
    return estate.inventory().all(IdentityStoreMembership.class).stream()
        .filter(membership -> canSignIn(membership.member()) && canSignIn(membership.group())).toList();
  }
}
