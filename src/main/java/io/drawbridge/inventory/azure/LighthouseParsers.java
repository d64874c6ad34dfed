package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.LighthouseDefinition.Authorization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Parsers of delegations to managing tenants; an assignment may hold its definition.
 *
 * <p>Source: ARM template reference, registrationDefinitions: an eligible authorization asks for nobody's approval unless it names approvers.
 */
final class LighthouseParsers {

  private static final String PROPERTIES = "properties";
  private static final String PROVIDER = "/providers/microsoft.managedservices/";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.managedservices/registrationdefinitions", item -> definition(item, item.json())),
          ItemParser.arm("microsoft.managedservices/registrationassignments", LighthouseParsers::assignment));

  private LighthouseParsers() {}

  private static List<LighthouseDefinition> definition(Item item, JsonNode definition) {
    List<Authorization> authorizations = new ArrayList<>();
    authorizations(Item.at(definition, PROPERTIES, "authorizations"), each -> Optional.empty(), authorizations);
    authorizations(Item.at(definition, PROPERTIES, "eligibleAuthorizations"), each -> Optional.of(activation(each)), authorizations);
    return Item.arm(Item.at(definition, "id")).map(id -> new LighthouseDefinition(item.origin(id), id,
        Item.text(Item.at(definition, PROPERTIES, "registrationDefinitionName")), lower(definition, PROPERTIES, "managedByTenantId"), authorizations)).stream().toList();
  }

  private static void authorizations(JsonNode list, Function<JsonNode, Optional<ActivationPolicy.Rules>> activation, List<Authorization> to) {
    for (JsonNode each : list) {
      List<String> givenOn = Fields.texts(Item.at(each, "delegatedRoleDefinitionIds")).stream().map(LighthouseParsers::guid).toList();
      to.add(new Authorization(lower(each, "principalId"), guid(Item.text(Item.at(each, "roleDefinitionId"))), activation.apply(each), givenOn));
    }
  }

  private static ActivationPolicy.Rules activation(JsonNode eligible) {
    JsonNode policy = Item.at(eligible, "justInTimeAccessPolicy");
    List<String> approvers = Fields.texts(Item.at(policy, "managedByTenantApprovers"), "principalId").stream().map(ResourceId::lowerCase).toList();
    return new ActivationPolicy.Rules(lower(policy, "multiFactorAuthProvider").equals("azure"), "", !approvers.isEmpty(), approvers);
  }

  private static String guid(String role) {
    return ResourceId.lowerCase(role.substring(role.lastIndexOf('/') + 1));
  }

  private static List<Resource> assignment(Item item) {
    List<Resource> records = new ArrayList<>();
    item.arm().filter(id -> id.text().indexOf(PROVIDER) > 0).ifPresent(id ->
        Item.arm(item.text(PROPERTIES, "registrationDefinitionId")).ifPresent(definition -> {
          ArmId place = new ArmId(id.text().substring(0, id.text().indexOf(PROVIDER)));
          records.add(new LighthouseAssignment(item.origin(id), id, item.nameOr(id), place, definition));
          records.addAll(definition(item, item.at(PROPERTIES, "registrationDefinition")));
        }));
    return records;
  }

  private static String lower(JsonNode node, String... path) {
    return ResourceId.lowerCase(Item.text(Item.at(node, path)));
  }
}
