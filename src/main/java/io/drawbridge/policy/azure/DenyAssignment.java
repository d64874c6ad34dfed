package io.drawbridge.policy.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.Set;

/**
 * What is denied at a scope and below, whatever roles allow.
 *
 * @param principalIds object ids in lower case; the all-zero GUID is everyone
 * @param permissions one block; each block of the provider's assignment denies on its own and is one of these, and a condition of the
 *     whole assignment stands on each
 */
public record DenyAssignment(
    DocumentRef document,
    ArmId id,
    String name,
    ArmId scope,
    boolean doNotApplyToChildScopes,
    Set<String> principalIds,
    Set<String> excludePrincipalIds,
    RoleDefinition.Permission permissions) {

  /** Stands for every principal, applications included. */
  public static final String EVERYONE = "00000000-0000-0000-0000-000000000000";

  public DenyAssignment {
    principalIds = Set.copyOf(principalIds);
    excludePrincipalIds = Set.copyOf(excludePrincipalIds);
  }

  /** True when the assignment is about a principal with these ids of its own and its groups; an exclusion always wins. */
  public boolean concerns(Set<String> ids) {
    boolean named = principalIds.contains(EVERYONE) || ids.stream().anyMatch(principalIds::contains);
    return named && ids.stream().noneMatch(excludePrincipalIds::contains);
  }
}
