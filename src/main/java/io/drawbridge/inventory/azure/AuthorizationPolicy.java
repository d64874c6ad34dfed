package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * What every user of a tenant may do by default.
 *
 * @param registersApplications whether users register applications
 * @param invitesFrom who invites guests: {@code everyone}, {@code adminsGuestInvitersAndAllMembers}, {@code adminsAndGuestInviters} or {@code none}
 * @param consent the policies under which users consent, such as {@code ManagePermissionGrantsForSelf.microsoft-user-default-low}
 */
public record AuthorizationPolicy(Origin origin, EntraId id, boolean registersApplications, String invitesFrom, List<String> consent) implements Resource {

  public AuthorizationPolicy {
    consent = List.copyOf(consent);
  }

  @Override
  public String name() {
    return id.objectId();
  }
}
