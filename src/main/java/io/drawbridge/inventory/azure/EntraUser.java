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
 * @param person what else tells whose account it is
 */
public record EntraUser(
    Origin origin, EntraId id, String displayName, String userPrincipalName, boolean accountEnabled, String userType,
    boolean onPremisesSynced, boolean anchored, Person person)
    implements Resource {

  private static final String EXTERNAL = "#ext#";

  /**
   * Who it belongs to.
   *
   * @param mails every mail address that is known
   * @param employeeId the employer's own, or empty
   * @param accountName that a directory outside knows the account by, or empty
   */
  public record Person(List<String> mails, String employeeId, String accountName) {
    public Person {
      mails = List.copyOf(mails);
    }
  }

  /** Every mail address that is known. */
  public List<String> mails() {
    return person.mails();
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
