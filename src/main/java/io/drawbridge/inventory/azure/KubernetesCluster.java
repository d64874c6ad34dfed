package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.Optional;

/**
 * AKS cluster.
 *
 * @param network from where its API server answers
 * @param issuer of its service accounts' tokens, or empty
 */
public record KubernetesCluster(Origin origin, ArmId id, String name, Access access, NetworkAccess network, Nodes nodes, String issuer)
    implements Resource {

  /**
   * How its API server tells who calls.
   *
   * @param localAccounts whether certificates that are nobody's account sign in
   * @param entra whether it knows Entra accounts
   * @param azureRoles whether Azure roles on data decide what an Entra account may do in it
   * @param runCommand whether Azure runs commands in it for whoever may ask
   */
  public record Access(boolean localAccounts, boolean entra, boolean azureRoles, boolean runCommand) {}

  /**
   * What runs its pods.
   *
   * @param group resource group of the nodes
   * @param identity user-assigned identity of the kubelets
   * @param objectId of that identity's principal, or empty
   */
  public record Nodes(Optional<ArmId> group, Optional<ArmId> identity, String objectId) {}
}
