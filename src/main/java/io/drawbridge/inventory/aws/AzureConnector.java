package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * Connector by which a service of AWS acts in an Entra tenant.
 *
 * @param identity as whom; empty in a connector that goes through another
 * @param role ARN of the role whose token the service exchanges; empty where it is the service's own linked role
 * @param through ARN of the connector of AWS Config that tells the identity; empty in a connector that tells its own
 */
public record AzureConnector(Origin origin, Arn id, String displayName, Product product, Identity identity, String role, String through) implements Resource {

  /** Which service. */
  public enum Product {
    SYSTEMS_MANAGER,
    CONFIG,
    SECURITY_HUB,
    INSPECTOR,
    DEVOPS_AGENT
  }

  /**
   * An application or user-assigned identity.
   *
   * @param pointer where its client id stands
   */
  public record Identity(String tenantId, String clientId, String pointer) {
    static final Identity NONE = new Identity("", "", "");
  }

  @Override
  public String name() {
    return displayName.isEmpty() ? id.name() : displayName;
  }
}
