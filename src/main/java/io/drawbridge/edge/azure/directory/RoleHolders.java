package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.GroupMember;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The enabled users who hold each directory role over the whole tenant now, by themselves or through groups. */
final class RoleHolders {

  private final SortedMap<EntraId, Set<EntraId>> byRole = new TreeMap<>();

  private RoleHolders(Estate estate) {
    Directory directory = Directory.of(estate);
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (holding.isTenantWide() && !holding.eligible()) {
        collect(estate, directory, holding.principal(), byRole.computeIfAbsent(holding.role(), none -> new HashSet<>()));
      }
    }
  }

  static RoleHolders of(Estate estate) {
    return estate.view(RoleHolders.class, RoleHolders::new);
  }

  SortedMap<EntraId, Set<EntraId>> byRole() {
    return byRole;
  }

  private static void collect(Estate estate, Directory directory, EntraId holder, Set<EntraId> users) {
    Set<EntraId> seen = new HashSet<>(Set.of(holder));
    Deque<EntraId> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      EntraId principal = open.pop();
      if (directory.canAct(principal) && estate.inventory().find(EntraUser.class, principal).isPresent()) {
        users.add(principal);
      }
      for (GroupMember link : directory.members(principal)) {
        if (seen.add(link.member())) {
          open.push(link.member());
        }
      }
    }
  }
}
