package io.drawbridge.edge.azure;

import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.NodeRule;
import java.util.List;
import java.util.stream.Stream;

/** Every rule about what Azure and Entra let an identity do. */
public final class AzureRules {

  public static final List<NodeRule> NODES = List.of(new ArmNodes(), new EntraNodes());

  public static final List<EdgeRule> EDGES =
      Stream.concat(EntraRules.EDGES.stream(), Stream.of(new RoleAssignmentWriting(), new ConstrainedDelegation(), new RoleRewriting(), new VaultSecretRead(), new VaultAccessPolicy(),
          new VaultManagement(), new VaultHoldsSecrets(), new StorageRead(), new ResourceRule(StoreKeys.TABLE), new ResourceRule(DatabaseAdministration.TABLE),
          new DatabaseAdministrators(), new ResourceRule(ImageReads.TABLE), new ResourceRule(MachineCode.TABLE),
          new ResourceRule(SiteCode.TABLE), new ResourceRule(WorkflowCode.TABLE), new ResourceRule(ContainerCode.TABLE),
          new ResourceRule(KubernetesCode.TABLE), new ClusterNodes(), new BatchPools(), new RunsAsIdentity(), new IdentityCredentialWrite(),
          new IdentityAssignment(), new PolicyRemediation())).toList();

  private AzureRules() {}
}
