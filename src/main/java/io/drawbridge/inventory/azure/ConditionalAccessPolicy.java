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
 * @param everySignIn true when it asks nothing of the place, the platform, the client, the risk or the device
 */
public record ConditionalAccessPolicy(
    Origin origin, EntraId id, String displayName, String state, Users users, Applications applications, boolean everySignIn, Grant grant)
    implements Resource {

  /**
   * Ids in lower case, roles by template; {@code all}, {@code none}, {@code guestsorexternalusers} and types such as {@code b2bcollaborationguest}
   * among users, {@code @some} behind a type of which only some tenants' are meant; {@code serviceprincipalsinmytenant} among service principals.
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
   * What is signed in to.
   *
   * @param include client ids in lower case; {@code all}, {@code office365}, {@code microsoftadminportals}
   * @param filtered true when attributes of applications, which cannot be read here, decide as well
   */
  public record Applications(Set<String> include, Set<String> exclude, boolean filtered) {
    public Applications {
      include = Set.copyOf(include);
      exclude = Set.copyOf(exclude);
    }

    /** True without an exception. */
    public boolean every() {
      return include.contains("all") && exclude.isEmpty() && !filtered;
    }

    /** Whether it may be about signing in to one application. */
    public boolean mayBe(String clientId) {
      return !exclude.contains(clientId) && (include.contains("all") || include.contains(clientId) || filtered);
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
