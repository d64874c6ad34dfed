package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code iam get-account-authorization-details}: users, groups, roles, instance profiles and managed policies. */
final class AccountAuthorizationParser implements ResourceParser {

  static final Operation OPERATION = new Operation("iam", "get-account-authorization-details");

  @Override
  public List<Operation> operations() {
    return List.of(OPERATION);
  }

  @Override
  public void parse(Document document, InventoryBuilder inventory) {
    JsonNode body = document.body();
    each(document, body.path("UserDetailList"), inventory, AccountAuthorizationParser::user);
    each(document, body.path("GroupDetailList"), inventory, AccountAuthorizationParser::group);
    each(document, body.path("RoleDetailList"), inventory, AccountAuthorizationParser::role);
    each(document, body.path("Policies"), inventory, AccountAuthorizationParser::managedPolicy);
  }

  private interface Item {
    void read(JsonNode item, Origin origin, Arn arn, Policies policies, InventoryBuilder inventory);
  }

  private static void each(Document document, JsonNode list, InventoryBuilder inventory, Item reader) {
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(list)) {
      JsonNode item = entry.getValue();
      Arn.find(Fields.text(item, "Arn")).ifPresentOrElse(
          arn -> {
            Origin origin = origin(document, arn);
            reader.read(item, origin, arn, new Policies(document, origin.document(), inventory), inventory);
          },
          () -> inventory.malformed(document, "item " + entry.getKey(), "an item without a valid Arn is left out"));
    }
  }

  private static Origin origin(Document document, Arn arn) {
    return new Origin(new DocumentRef(arn.text(), document.operation().toString()), document.scope(), document.snapshot());
  }

  private static void user(JsonNode item, Origin origin, Arn arn, Policies policies, InventoryBuilder inventory) {
    inventory.add(new IamUser(origin, arn, Fields.text(item, "UserId"), policies.inline(item.path("UserPolicyList"), "/UserPolicyList"),
        attached(item), Fields.texts(item.path("GroupList")), boundary(item), Fields.tags(item.path("Tags"))));
  }

  private static void group(JsonNode item, Origin origin, Arn arn, Policies policies, InventoryBuilder inventory) {
    inventory.add(new IamGroup(origin, arn, policies.inline(item.path("GroupPolicyList"), "/GroupPolicyList"), attached(item)));
  }

  private static void role(JsonNode item, Origin origin, Arn arn, Policies policies, InventoryBuilder inventory) {
    var trust = policies.policy(item.path("AssumeRolePolicyDocument"), "/AssumeRolePolicyDocument", "trust").map(NamedPolicy::document);
    inventory.add(new IamRole(origin, arn, Fields.text(item, "RoleId"), trust, policies.inline(item.path("RolePolicyList"), "/RolePolicyList"),
        attached(item), boundary(item), Fields.tags(item.path("Tags"))));
    for (JsonNode profile : item.path("InstanceProfileList")) {
      Arn.find(Fields.text(profile, "Arn")).ifPresent(id -> inventory.add(new InstanceProfile(origin, id, Fields.texts(profile.path("Roles"), "Arn"))));
    }
  }

  private static void managedPolicy(JsonNode item, Origin origin, Arn arn, Policies policies, InventoryBuilder inventory) {
    List<NamedPolicy> older = new ArrayList<>();
    List<NamedPolicy> current = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> version : Fields.indexed(item.path("PolicyVersionList"))) {
      List<NamedPolicy> versions = version.getValue().path("IsDefaultVersion").asBoolean(false) ? current : older;
      policies.policy(version.getValue().path("Document"), "/PolicyVersionList/" + version.getKey() + "/Document", arn.name()).ifPresent(versions::add);
    }
    current.forEach(policy -> inventory.add(new ManagedPolicy(origin, arn, policy, older)));
  }

  private static List<String> attached(JsonNode item) {
    return Fields.texts(item.path("AttachedManagedPolicies"), "PolicyArn");
  }

  private static String boundary(JsonNode item) {
    return Fields.text(item.path("PermissionsBoundary"), "PermissionsBoundaryArn");
  }
}
