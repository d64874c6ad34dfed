package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Set;

/**
 * Conditional Access policy.
 *
 * @param state {@code enabled}, {@code disabled} or {@code enabledForReportingButNotEnforced}
 * @param everyApplication true when it is about all applications without exception
 * @param everySignIn true when it asks nothing of the place, the platform, the client, the risk or the device
 */
public record ConditionalAccessPolicy(
    Origin origin, EntraId id, String displayName, String state, Users users, boolean everyApplication, boolean everySignIn, Grant grant)
    implements Resource {

  /**
   * Ids in lower case, roles by template; {@code all}, {@code none}, {@code guestsorexternalusers} and types such as {@code b2bcollaborationguest} among
   * users, {@code @some} behind a type of which only some tenants' are meant; {@code serviceprincipalsinmytenant} among service principals.
   */
  public record Users(Subjects include, Subjects exclude) {}

  /** Users, groups, directory roles and service principals that one side names. */
  public record Subjects(Set<String> users, Set<String> groups, Set<String> roles, Set<String> principals) {
    public Subjects {
      principals = Set.copyOf(principals);
      users = Set.copyOf(users);
      groups = Set.copyOf(groups);
      roles = Set.copyOf(roles);
    }
  }

  /**
   * What the policy asks for.
   *
   * @param all true when all controls must be fulfilled, false when one of them is enough
   * @param controls in lower case: {@code block}, {@code mfa}, {@code compliantdevice} …, {@code authenticationstrength}, {@code termsofuse}
   */
  public record Grant(boolean all, List<String> controls) {
    public Grant {
      controls = List.copyOf(controls);
    }
  }

  public boolean enforced() {
    return state.equalsIgnoreCase("enabled");
  }

  @Override
  public String name() {
    return displayName;
  }
}
