package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Definition of a built-in or custom directory role.
 *
 * @param actions every allowed resource action of every block
 */
public record DirectoryRoleDefinition(
    Origin origin, EntraId id, String templateId, String displayName, boolean builtIn, boolean enabled, List<String> actions)
    implements Resource {

  public DirectoryRoleDefinition {
    actions = List.copyOf(actions);
  }

  @Override
  public String name() {
    return displayName;
  }
}
