package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.DirectoryRoleDefinition;
import io.drawbridge.inventory.azure.EntraGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What directory roles allow, by the definitions that were read, and who is protected by holding any. */
public final class DefinedRoles {

  /** Global Administrator and Privileged Authentication Administrator. */
  private static final Set<String> REACH_EVERYBODY = Set.of("62e90394-69f5-4237-9190-012177145e10", "7be44c8a-adaf-4e2a-84d6-ab2649e08a13");

  private final Map<EntraId, DirectoryRoleDefinition> definitions = new HashMap<>();
  private final Set<String> holders = new HashSet<>();
  private final Directory directory;

  private DefinedRoles(Estate estate) {
    this.directory = Directory.of(estate);
    for (DirectoryRoleDefinition role : estate.inventory().all(DirectoryRoleDefinition.class)) {
      definitions.put(new EntraId(role.id().tenant(), role.builtIn() ? role.templateId() : role.id().objectId()), role);
    }
    DirectoryRoles.of(estate).holdings().stream().map(Holding::principal).map(EntraId::objectId).forEach(holders::add);
    estate.inventory().all(EntraGroup.class).stream().filter(EntraGroup::assignableToRole).forEach(group -> holders.add(group.id().objectId()));
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

  public boolean reachesEverybody(EntraId role) {
    return REACH_EVERYBODY.contains(role.objectId());
  }

  /** True for who holds a role, may activate one, or is in a group that may hold some. */
  public boolean isAdministrator(EntraId user) {
    return directory.ids(user).stream().anyMatch(holders::contains);
  }
}
