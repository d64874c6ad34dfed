package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.DirectoryRoleDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What directory roles allow, by the definitions that were read. */
public final class DefinedRoles {

  private final Map<EntraId, DirectoryRoleDefinition> definitions = new HashMap<>();

  private DefinedRoles(Estate estate) {
    for (DirectoryRoleDefinition role : estate.inventory().all(DirectoryRoleDefinition.class)) {
      definitions.put(new EntraId(role.id().tenant(), role.builtIn() ? role.templateId() : role.id().objectId()), role);
    }
  }

  public static DefinedRoles of(Estate estate) {
    return estate.view(DefinedRoles.class, DefinedRoles::new);
  }

  /** The role itself, when nothing that was read says what it allows. */
  public Optional<EntraId> missing(EntraId role) {
    return definitions.containsKey(role) ? Optional.empty() : Optional.of(role);
  }

  /** The definition's side, when the role takes in an action; a role that is switched off allows nothing. */
  public Optional<Proof> granting(EntraId role, String action) {
    DirectoryRoleDefinition definition = definitions.get(role);
    if (definition == null || !definition.enabled()) {
      return Optional.empty();
    }
    return definition.actions().stream().filter(granted -> DirectoryActions.covers(granted, action)).findFirst()
        .map(granted -> Observed.grant(definition, "/rolePermissions", definition.displayName() + ": " + granted));
  }

  /** What a role allows. */
  public List<String> actions(EntraId role) {
    DirectoryRoleDefinition definition = definitions.get(role);
    return definition == null || !definition.enabled() ? List.of() : definition.actions();
  }

  public Proof definition(EntraId role) {
    DirectoryRoleDefinition definition = definitions.get(role);
    return definition == null ? Proof.of(List.of()) : Observed.grant(definition, "/rolePermissions", definition.displayName());
  }
}
