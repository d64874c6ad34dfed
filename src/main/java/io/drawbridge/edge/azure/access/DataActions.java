package io.drawbridge.edge.azure.access;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.policy.azure.ReferenceRoles;
import io.drawbridge.policy.azure.RoleDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which actions are on data: those that some role lists by name among its data actions.
 *
 * <p>An action's name does not tell on which side it is, and a star in Actions takes in every name.
 */
final class DataActions {

  private final Set<String> names = new HashSet<>();

  private DataActions(Estate estate) {
    add(ReferenceRoles.all().values());
    add(AzureAuthorization.of(estate).definitions().values());
  }

  static DataActions of(Estate estate) {
    return estate.view(DataActions.class, DataActions::new);
  }

  boolean contains(String action) {
    return names.contains(ResourceId.lowerCase(action));
  }

  private void add(Collection<RoleDefinition> roles) {
    roles.stream().flatMap(role -> role.permissions().stream())
        .flatMap(block -> Stream.concat(block.dataActions().stream(), block.notDataActions().stream()))
        .filter(pattern -> pattern.indexOf('*') < 0).map(ResourceId::lowerCase).forEach(names::add);
  }
}
