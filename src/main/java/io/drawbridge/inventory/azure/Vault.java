package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Key vault.
 *
 * @param rbac true when roles open it, false when its access policies do
 * @param templates true when deployments of who may deploy from it are given its secrets
 */
public record Vault(
    Origin origin, ArmId id, String name, String tenantId, boolean rbac, List<AccessPolicy> accessPolicies, NetworkAccess network,
    boolean templates)
    implements Resource {

  public Vault {
    accessPolicies = List.copyOf(accessPolicies);
  }

  /**
   * What one principal may do with the vault's content, in access-policy mode.
   *
   * @param objectId a user, group or service principal, in lower case
   * @param applicationId when not empty, only that application on behalf of the principal
   * @param secrets permissions in lower case
   * @param index where in the list
   */
  public record AccessPolicy(
      String tenantId, String objectId, String applicationId, List<String> secrets, List<String> keys,
      List<String> certificates, int index) {
    public AccessPolicy {
      secrets = List.copyOf(secrets);
      keys = List.copyOf(keys);
      certificates = List.copyOf(certificates);
    }
  }
}
