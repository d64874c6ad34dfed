package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Parsers of Privileged Identity Management: what activation asks for, and who may activate what of a group.
 *
 * <p>Source: Microsoft Graph, "List roleManagementPolicyAssignments" with the policy's rules expanded; "List eligibilityScheduleInstances" of
 * groups; Azure REST, "Role Management Policy Assignments, List For Scope". Rules whose id ends in {@code EndUser_Assignment} are those of
 * activation.
 */
final class ActivationParsers {

  private static final String PROPERTIES = "properties";
  private static final String ACTIVATION = "_enduser_assignment";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.graph("roleManagementPolicyAssignments", ActivationParsers::policy),
          ItemParser.arm("microsoft.authorization/rolemanagementpolicyassignments", ActivationParsers::azurePolicy),
          ItemParser.arm("microsoft.authorization/rolemanagementpolicies", item -> item.arm()
              .map(id -> new AzureActivationRules(item.origin(id), id, rules(rulesOf(item)))).stream().toList()),
          ItemParser.graph("privilegedAccess-group-eligibilityScheduleInstances", ActivationParsers::eligibility));

  private ActivationParsers() {}

  private static List<ActivationPolicy> policy(Item item) {
    String role = item.lower("roleDefinitionId");
    String scope = item.lower("scopeId");
    return role.isEmpty() || scope.isEmpty() ? List.of()
        : item.entra().map(id -> new ActivationPolicy(item.origin(id), id, scope, role, rules(item.at("policy", "rules")))).stream().toList();
  }

  private static List<AzureActivationPolicy> azurePolicy(Item item) {
    String role = item.lower(PROPERTIES, "roleDefinitionId");
    JsonNode rules = rulesOf(item);
    return role.isEmpty() ? List.of() : item.arm().map(id -> new AzureActivationPolicy(item.origin(id), id, AuthorizationParsers.scope(item, id),
        role.substring(role.lastIndexOf('/') + 1), Item.arm(item.text(PROPERTIES, "policyId")),
        rules.isArray() ? Optional.of(rules(rules)) : Optional.empty())).stream().toList();
  }

  /** What is in force stands beside what was written. */
  private static JsonNode rulesOf(Item item) {
    JsonNode effective = item.at(PROPERTIES, "effectiveRules");
    return effective.isArray() ? effective : item.at(PROPERTIES, "rules");
  }

  private static ActivationPolicy.Rules rules(JsonNode rules) {
    boolean mfa = false;
    String context = "";
    boolean approval = false;
    List<String> approvers = new ArrayList<>();
    for (JsonNode rule : rules) {
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
    return new ActivationPolicy.Rules(mfa, context, approval, approvers);
  }

  private static List<String> approvers(JsonNode stages) {
    List<String> ids = new ArrayList<>();
    for (JsonNode stage : stages) {
      for (JsonNode approver : Item.at(stage, "primaryApprovers")) {
        Stream.of("userId", "groupId", "id").map(field -> Item.text(Item.at(approver, field))).filter(id -> !id.isEmpty()).findFirst()
            .map(ResourceId::lowerCase).ifPresent(ids::add);
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
