package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.AppRoleAssignment;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.policy.azure.GraphAppRoles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Permissions of Microsoft Graph that service principals hold by themselves; another application's roles do not count. */
public final class AppRoles {

  private final Map<EntraId, List<Held>> held = new HashMap<>();

  /**
   * A permission that a service principal holds.
   *
   * @param permission such as {@code Application.ReadWrite.All}
   */
  public record Held(String permission, AppRoleAssignment record) {}

  private AppRoles(Estate estate) {
    Set<EntraId> graph = new HashSet<>();
    for (ServicePrincipal principal : estate.inventory().all(ServicePrincipal.class)) {
      if (principal.appId().equals(GraphAppRoles.GRAPH_CLIENT_ID)) {
        graph.add(principal.id());
      }
    }
    for (AppRoleAssignment assignment : estate.inventory().all(AppRoleAssignment.class)) {
      if (graph.contains(assignment.resource())) {
        GraphAppRoles.value(assignment.appRoleId()).ifPresent(permission ->
            held.computeIfAbsent(assignment.principal(), none -> new ArrayList<>()).add(new Held(permission, assignment)));
      }
    }
  }

  public static AppRoles of(Estate estate) {
    return estate.view(AppRoles.class, AppRoles::new);
  }

  public Map<EntraId, List<Held>> all() {
    return held;
  }

  boolean holds(EntraId principal, String permission) {
    return held.getOrDefault(principal, List.of()).stream().anyMatch(each -> each.permission.equals(permission));
  }
}
