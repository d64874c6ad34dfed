package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Entra user.
 *
 * @param accountEnabled true as well where the listing does not say
 * @param mails every mail address that is known
 */
public record EntraUser(
    Origin origin, EntraId id, String displayName, String userPrincipalName, boolean accountEnabled, String userType,
    boolean onPremisesSynced, List<String> mails)
    implements Resource {

  public EntraUser {
    mails = List.copyOf(mails);
  }

  @Override
  public String name() {
    return displayName.isEmpty() ? userPrincipalName : displayName;
  }
}
