package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parsers of IAM Identity Center and its identity store.
 *
 * <p>Source: IAM Identity Center API reference and Identity Store API reference; Service Authorization Reference, "AWS Identity Store"
 * for the ARNs of users and groups, which the answers do not print.
 */
final class IdentityCenterParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("sso-admin:list-instances", "Instances", IdentityCenterParsers::instance),
          ListParser.of("sso-admin:describe-permission-set", "", IdentityCenterParsers::permissionSet),
          ListParser.of("sso-admin:list-managed-policies-in-permission-set", "", IdentityCenterParsers::managedPolicies),
          ListParser.of("sso-admin:get-inline-policy-for-permission-set", "", IdentityCenterParsers::inlinePolicy),
          ListParser.of("sso-admin:get-permissions-boundary-for-permission-set", "", IdentityCenterParsers::boundary),
          ListParser.of("sso-admin:list-account-assignments", "AccountAssignments", IdentityCenterParsers::assignment),
          ListParser.of("identitystore:list-users", "Users", IdentityCenterParsers::user),
          ListParser.of("identitystore:list-groups", "Groups", IdentityCenterParsers::group),
          ListParser.of("identitystore:list-group-memberships", "GroupMemberships", IdentityCenterParsers::membership));

  private IdentityCenterParsers() {}

  private static Optional<SsoInstance> instance(Item item) {
    return Arn.find(item.text("InstanceArn")).map(arn -> new SsoInstance(item.origin(arn), arn, item.text("IdentityStoreId"), item.text("OwnerAccountId")));
  }

  private static Optional<PermissionSet> permissionSet(Item item) {
    var set = item.json().path("PermissionSet");
    return Arn.find(Fields.text(set, "PermissionSetArn"))
        .map(arn -> new PermissionSet(item.origin(arn), arn, Fields.text(set, "Name"), Fields.text(set, "SessionDuration")));
  }

  private static Optional<PermissionSetManagedPolicies> managedPolicies(Item item) {
    return set(item).map(PermissionSetManagedPolicies::idOf)
        .map(id -> new PermissionSetManagedPolicies(item.origin(id), id, Fields.texts(item.json().path("AttachedManagedPolicies"), "Arn")));
  }

  private static Optional<PermissionSetInlinePolicy> inlinePolicy(Item item) {
    return set(item).map(PermissionSetInlinePolicy::idOf).map(id -> new PermissionSetInlinePolicy(item.origin(id), id,
        item.text("InlinePolicy").isEmpty() ? Optional.empty() : item.policies(id).policy(item.json().path("InlinePolicy"), "/InlinePolicy", "inline policy")));
  }

  private static Optional<PermissionSetBoundary> boundary(Item item) {
    return set(item).map(PermissionSetBoundary::idOf)
        .map(id -> new PermissionSetBoundary(item.origin(id), id, Fields.text(item.json().path("PermissionsBoundary"), "ManagedPolicyArn")));
  }

  /** Which permission set an answer is about: it does not say so itself. */
  private static Optional<Arn> set(Item item) {
    return Arn.find(item.document().parameters().getOrDefault("PermissionSetArn", item.document().subject()));
  }

  private static Optional<AccountAssignment> assignment(Item item) {
    String account = item.text("AccountId");
    String principal = item.text("PrincipalId");
    boolean user = item.text("PrincipalType").equals("USER");
    Optional<Arn> set = Arn.find(item.text("PermissionSetArn"));
    return set.filter(arn -> !account.isEmpty() && !principal.isEmpty()).map(arn -> {
      Arn id = Arn.of("sso", "", "", "assignment/" + account + "/" + arn.name() + "/" + principal);
      return new AccountAssignment(item.origin(id), id, account, arn, user ? userArn(principal) : groupArn(principal));
    });
  }

  private static Optional<IdentityStoreUser> user(Item item) {
    String id = item.text("UserId");
    return id.isEmpty() ? Optional.empty() : Optional.of(new IdentityStoreUser(item.origin(userArn(id)), userArn(id), item.text("IdentityStoreId"),
        item.text("UserName"), !item.text("UserStatus").equals("DISABLED"), externalIds(item), Fields.texts(item.json().path("Emails"), "Value")));
  }

  private static Optional<IdentityStoreGroup> group(Item item) {
    String id = item.text("GroupId");
    return id.isEmpty() ? Optional.empty() : Optional.of(new IdentityStoreGroup(item.origin(groupArn(id)), groupArn(id), item.text("IdentityStoreId"),
        item.text("DisplayName"), externalIds(item)));
  }

  /** An id without a text still says that another directory keeps the record. */
  private static List<String> externalIds(Item item) {
    List<String> ids = new ArrayList<>();
    item.json().path("ExternalIds").forEach(id -> ids.add(Fields.text(id, "Id")));
    return ids;
  }

  private static Optional<IdentityStoreMembership> membership(Item item) {
    String group = item.text("GroupId");
    String user = Fields.text(item.json().path("MemberId"), "UserId");
    if (group.isEmpty() || user.isEmpty()) {
      return Optional.empty();
    }
    Arn id = Arn.of("identitystore", "", "", "membership/" + group + "/" + user);
    return Optional.of(new IdentityStoreMembership(item.origin(id), id, groupArn(group), userArn(user)));
  }

  private static Arn userArn(String id) {
    return Arn.of("identitystore", "", "", "user/" + id);
  }

  private static Arn groupArn(String id) {
    return Arn.of("identitystore", "", "", "group/" + id);
  }
}
