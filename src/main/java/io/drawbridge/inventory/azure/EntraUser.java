package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Entra user.
 *
 * @param accountEnabled true as well where the listing does not say, false once deleted
 * @param onPremisesSynced true when the account comes from a directory outside
 * @param anchored true when it has an immutable id, by which the issuer of a federated domain names it
 * @param mails every mail address that is known
 */
public record EntraUser(
    Origin origin, EntraId id, String displayName, String userPrincipalName, boolean accountEnabled, String userType,
    boolean onPremisesSynced, boolean anchored, List<String> mails)
    implements Resource {

  private static final String EXTERNAL = "#ext#";

  public EntraUser {
    mails = List.copyOf(mails);
  }

  /** True for a user whose credentials another tenant or provider keeps. */
  public boolean external() {
    return ResourceId.lowerCase(userPrincipalName).contains(EXTERNAL);
  }

  /** What follows the last at sign of the name that it signs in by, in lower case. */
  public String domain() {
    return ResourceId.lowerCase(userPrincipalName.substring(userPrincipalName.lastIndexOf('@') + 1));
  }

  @Override
  public String name() {
    return displayName.isEmpty() ? userPrincipalName : displayName;
  }
}
