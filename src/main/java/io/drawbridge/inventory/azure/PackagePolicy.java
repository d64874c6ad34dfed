package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Who may request an access package, and who must consent: an assignment policy of entitlement management.
 *
 * @param accessPackage empty where it was not read
 * @param requestable false when only administrators assign by it, or a rule does
 * @param targetScope such as {@code allMemberUsers}, {@code specificDirectoryUsers}
 * @param targets users and groups by object id, where it names some
 */
public record PackagePolicy(
    Origin origin, EntraId id, String displayName, Optional<EntraId> accessPackage, boolean requestable, String targetScope, List<String> targets,
    Approval approval)
    implements Resource {

  public PackagePolicy {
    targets = List.copyOf(targets);
  }

  /**
   * Whether somebody must consent.
   *
   * @param approvers ids of users and groups; empty where it is asked of a manager or a sponsor
   */
  public record Approval(boolean required, List<String> approvers) {
    public Approval {
      approvers = List.copyOf(approvers);
    }
  }

  @Override
  public String name() {
    return displayName;
  }
}
