package io.drawbridge.policy.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.Set;

/**
 * What is denied at a scope and below, whatever roles allow.
 *
 * @param principalIds object ids in lower case; the all-zero GUID is everyone
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

  public DenyAssignment {
    principalIds = Set.copyOf(principalIds);
    excludePrincipalIds = Set.copyOf(excludePrincipalIds);
  }
}
