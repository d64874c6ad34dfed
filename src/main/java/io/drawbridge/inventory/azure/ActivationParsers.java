package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * Parsers of Privileged Identity Management: what activation asks for, and who may activate what of a group.
 *
 * <p>Source: Microsoft Graph, "List roleManagementPolicyAssignments" with the policy's rules expanded; "List eligibilityScheduleInstances" of
 * groups. Rules whose id ends in {@code EndUser_Assignment} are those of activation.
 */
final class ActivationParsers {

  private static final String ACTIVATION = "_enduser_assignment";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.graph("roleManagementPolicyAssignments", ActivationParsers::policy),
          ItemParser.graph("privilegedAccess-group-eligibilityScheduleInstances", ActivationParsers::eligibility));

  private ActivationParsers() {}

  private static List<ActivationPolicy> policy(Item item) {
    String role = item.lower("roleDefinitionId");
    boolean mfa = false;
    String context = "";
    boolean approval = false;
    List<String> approvers = new ArrayList<>();
    for (JsonNode rule : item.at("policy", "rules")) {
      String id = ResourceId.lowerCase(Item.text(Item.at(rule, "id")));
      if (id.equals("enablement" + ACTIVATION)) {
        mfa = Fields.texts(Item.at(rule, "enabledRules")).contains("MultiFactorAuthentication");
      } else if (id.equals("authenticationcontext" + ACTIVATION) && Item.at(rule, "isEnabled").asBoolean(false)) {
        context = Item.text(Item.at(rule, "claimValue"));
      } else if (id.equals("approval" + ACTIVATION)) {
        approval = Item.at(rule, "setting", "isApprovalRequired").asBoolean(false);
        approvers.addAll(approvers(Item.at(rule, "setting", "approvalStages")));
      }
    }
    var rules = new ActivationPolicy.Rules(mfa, context, approval, approvers);
    String scope = item.lower("scopeId");
    return role.isEmpty() || scope.isEmpty() ? List.of()
        : item.entra().map(id -> new ActivationPolicy(item.origin(id), id, scope, role, rules)).stream().toList();
  }

  private static List<String> approvers(JsonNode stages) {
    List<String> ids = new ArrayList<>();
    for (JsonNode stage : stages) {
      for (JsonNode approver : Item.at(stage, "primaryApprovers")) {
        String user = Item.text(Item.at(approver, "userId"));
        String id = user.isEmpty() ? Item.text(Item.at(approver, "groupId")) : user;
        if (!id.isEmpty()) {
          ids.add(ResourceId.lowerCase(id));
        }
      }
    }
    return ids;
  }

  private static List<GroupEligibility> eligibility(Item item) {
    String group = item.lower("groupId");
    String principal = item.lower("principalId");
    String access = item.lower("accessId");
    if (group.isEmpty() || principal.isEmpty() || access.isEmpty()) {
      return List.of();
    }
    EntraId id = item.entra(group + "/" + access + "/" + principal + "?eligible");
    return List.of(new GroupEligibility(item.origin(id), id, item.entra(group), item.entra(principal), access.equals("owner"),
        Term.of(item.text("startDateTime"), item.text("endDateTime"))));
  }
}
