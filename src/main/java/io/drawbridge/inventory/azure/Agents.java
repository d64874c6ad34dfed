package io.drawbridge.inventory.azure;

import io.drawbridge.inventory.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what makes an application, a service principal or a user an agent's. Source: Microsoft Graph, resource types agentIdentityBlueprint,
 * agentIdentity and agentUser.
 */
final class Agents {

  private static final String NAME = "displayName";

  private Agents() {}

  /** The records with the agent's own, where the item is one. */
  static List<Resource> with(Item item, List<? extends Resource> records) {
    List<Resource> all = new ArrayList<>(records);
    item.entra().ifPresent(id -> {
      if (item.lower("@odata.type").endsWith(".agentidentityblueprint")) {
        all.add(new AgentBlueprint(item.origin(id), id, item.text(NAME)));
      }
      if (!item.text("agentIdentityBlueprintId").isEmpty()) {
        all.add(new AgentIdentity(item.origin(id), id, item.text(NAME), item.lower("agentIdentityBlueprintId")));
      }
      if (!item.text("identityParentId").isEmpty()) {
        all.add(new AgentUser(item.origin(id), id, item.text(NAME), item.entra(item.text("identityParentId"))));
      }
    });
    return all;
  }
}
