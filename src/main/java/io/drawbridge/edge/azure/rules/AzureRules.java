package io.drawbridge.edge.azure.rules;

import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.edge.azure.ArmNodes;
import io.drawbridge.edge.azure.ConstrainedDelegation;
import io.drawbridge.edge.azure.ResourceRule;
import io.drawbridge.edge.azure.RoleAssignmentWriting;
import io.drawbridge.edge.azure.RoleRewriting;
import io.drawbridge.edge.azure.compute.BatchPools;
import io.drawbridge.edge.azure.compute.ClusterNodes;
import io.drawbridge.edge.azure.compute.ContainerCode;
import io.drawbridge.edge.azure.compute.IdentityAssignment;
import io.drawbridge.edge.azure.compute.IdentityCredentialWrite;
import io.drawbridge.edge.azure.compute.KubernetesCode;
import io.drawbridge.edge.azure.compute.MachineCode;
import io.drawbridge.edge.azure.compute.MachineImages;
import io.drawbridge.edge.azure.compute.PolicyRemediation;
import io.drawbridge.edge.azure.compute.RunsAsIdentity;
import io.drawbridge.edge.azure.compute.SiteCode;
import io.drawbridge.edge.azure.compute.SlotCode;
import io.drawbridge.edge.azure.compute.WorkflowCode;
import io.drawbridge.edge.azure.data.BackupReads;
import io.drawbridge.edge.azure.data.DatabaseAdministration;
import io.drawbridge.edge.azure.data.DatabaseAdministrators;
import io.drawbridge.edge.azure.data.ImageReads;
import io.drawbridge.edge.azure.data.StorageRead;
import io.drawbridge.edge.azure.data.StoreCopies;
import io.drawbridge.edge.azure.data.StoreKeys;
import io.drawbridge.edge.azure.data.VaultAccessPolicy;
import io.drawbridge.edge.azure.data.VaultHoldsSecrets;
import io.drawbridge.edge.azure.data.VaultManagement;
import io.drawbridge.edge.azure.data.VaultSecretRead;
import io.drawbridge.edge.azure.directory.EntraNodes;
import io.drawbridge.edge.azure.directory.EntraRules;
import java.util.List;
import java.util.stream.Stream;

/** Every rule about what Azure and Entra let an identity do. */
public final class AzureRules {

  public static final List<NodeRule> NODES = List.of(new ArmNodes(), new EntraNodes());

  public static final List<EdgeRule> EDGES =
      Stream.concat(EntraRules.EDGES.stream(), Stream.of(new RoleAssignmentWriting(), new ConstrainedDelegation(), new RoleRewriting(), new VaultSecretRead(), new VaultAccessPolicy(),
          new VaultManagement(), new VaultHoldsSecrets(), new StorageRead(), new ResourceRule(StoreKeys.TABLE), new ResourceRule(DatabaseAdministration.TABLE),
          new DatabaseAdministrators(), new ResourceRule(ImageReads.TABLE), new ResourceRule(BackupReads.TABLE), new ResourceRule(StoreCopies.TABLE),
          new ResourceRule(MachineCode.TABLE),
          new ResourceRule(MachineImages.TABLE), new ResourceRule(SiteCode.TABLE), new ResourceRule(SlotCode.TABLE),
          new ResourceRule(WorkflowCode.TABLE), new ResourceRule(ContainerCode.TABLE),
          new ResourceRule(KubernetesCode.TABLE), new ClusterNodes(), new BatchPools(), new RunsAsIdentity(), new IdentityCredentialWrite(),
          new IdentityAssignment(), new PolicyRemediation())).toList();

  private AzureRules() {}
}
