package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.DiskImage;
import io.drawbridge.inventory.azure.ResourceGroup;
import io.drawbridge.inventory.azure.UserAssignedIdentity;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.inventory.azure.VirtualMachine;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that is done elsewhere than at the target, at any one of some places.
 *
 * @param actions all of them, at the same place
 * @param places resources, or resource groups
 */
public record Errand(List<String> actions, Collection<ArmId> places) {

  private static final List<Class<? extends Resource>> INSIDE = List.of(UserAssignedIdentity.class, VirtualMachine.class, DiskImage.class, Vault.class);

  public Errand {
    actions = List.copyOf(actions);
    places = List.copyOf(places);
  }

  /** Done in a resource group, whichever. */
  static Errand inGroup(Estate estate, List<String> actions) {
    return new Errand(actions, groups(estate));
  }

  /** Resource groups that were read, and those that something lies in. */
  public static Collection<ArmId> groups(Estate estate) {
    Set<ArmId> groups = new TreeSet<>();
    estate.inventory().all(ResourceGroup.class).forEach(group -> groups.add(group.id()));
    for (Class<? extends Resource> type : INSIDE) {
      estate.inventory().all(type).forEach(record -> new ArmId(record.id().text()).resourceGroup().ifPresent(groups::add));
    }
    return groups;
  }
}
