package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Connector by which a service of Microsoft acts in an AWS account: of Defender for Cloud, or of Azure Arc.
 *
 * @param account the AWS account, or the management account of an organization
 */
public record MulticloudConnector(Origin origin, ArmId id, String name, Product product, String account, List<Onboarding> onboarding) implements Resource {

  /** Whose it is. */
  public enum Product {
    DEFENDER,
    ARC
  }

  /**
   * A role by which the service installs the agent of Azure Arc on instances.
   *
   * @param role ARN, as it is written
   * @param pointer where it is written
   */
  public record Onboarding(String role, String pointer) {}

  public MulticloudConnector {
    onboarding = List.copyOf(onboarding);
  }
}
