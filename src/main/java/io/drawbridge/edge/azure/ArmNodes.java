package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.graph.Node;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.ApplicationGateway;
import io.drawbridge.inventory.azure.ArcMachine;
import io.drawbridge.inventory.azure.AzureRouteTable;
import io.drawbridge.inventory.azure.BackupItem;
import io.drawbridge.inventory.azure.BlobContainer;
import io.drawbridge.inventory.azure.ConnectedCluster;
import io.drawbridge.inventory.azure.ContainerApp;
import io.drawbridge.inventory.azure.ContainerGroup;
import io.drawbridge.inventory.azure.ContainerRegistry;
import io.drawbridge.inventory.azure.CosmosDataRole;
import io.drawbridge.inventory.azure.CosmosRoleDefinition;
import io.drawbridge.inventory.azure.DatabaseAdministrator;
import io.drawbridge.inventory.azure.DatabaseFirewallRule;
import io.drawbridge.inventory.azure.DatabaseServer;
import io.drawbridge.inventory.azure.DiskImage;
import io.drawbridge.inventory.azure.GatewayConnection;
import io.drawbridge.inventory.azure.HybridWorker;
import io.drawbridge.inventory.azure.KeyedService;
import io.drawbridge.inventory.azure.KubernetesCluster;
import io.drawbridge.inventory.azure.MachineExtension;
import io.drawbridge.inventory.azure.LighthouseAssignment;
import io.drawbridge.inventory.azure.LighthouseDefinition;
import io.drawbridge.inventory.azure.LoadBalancer;
import io.drawbridge.inventory.azure.LocalNetworkGateway;
import io.drawbridge.inventory.azure.MachineLearningWorkspace;
import io.drawbridge.inventory.azure.ManagementGroup;
import io.drawbridge.inventory.azure.MulticloudConnector;
import io.drawbridge.inventory.azure.NatGateway;
import io.drawbridge.inventory.azure.NetworkInterface;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.OtherAzureResource;
import io.drawbridge.inventory.azure.PolicyAssignment;
import io.drawbridge.inventory.azure.PolicySet;
import io.drawbridge.inventory.azure.PrivateEndpoint;
import io.drawbridge.inventory.azure.PublicIpAddress;
import io.drawbridge.inventory.azure.PublicIpPrefix;
import io.drawbridge.inventory.azure.PublishingPolicy;
import io.drawbridge.inventory.azure.ResourceGroup;
import io.drawbridge.inventory.azure.ResourceLock;
import io.drawbridge.inventory.azure.StorageAccount;
import io.drawbridge.inventory.azure.Subscription;
import io.drawbridge.inventory.azure.UserAssignedIdentity;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.inventory.azure.VaultSecret;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.inventory.azure.VirtualNetwork;
import io.drawbridge.inventory.azure.VirtualNetworkGateway;
import io.drawbridge.inventory.azure.VmScaleSet;
import io.drawbridge.inventory.azure.WebApp;
import java.util.List;
import java.util.stream.Stream;

/** A node for every Azure resource. */
public final class ArmNodes implements NodeRule {

  private static final List<Class<? extends Resource>> PLAIN =
      List.of(ResourceGroup.class, BlobContainer.class, VirtualNetwork.class, NetworkInterface.class, NetworkSecurityGroup.class, AzureRouteTable.class,
          OtherAzureResource.class, ContainerApp.class, ContainerGroup.class, ContainerRegistry.class, DiskImage.class, BackupItem.class,
          ConnectedCluster.class, MachineLearningWorkspace.class, DatabaseServer.class, KeyedService.class, MachineExtension.class, HybridWorker.class, PublishingPolicy.class,
          DatabaseAdministrator.class, DatabaseFirewallRule.class, CosmosDataRole.class, CosmosRoleDefinition.class, PolicySet.class, LoadBalancer.class,
          ApplicationGateway.class, MulticloudConnector.class, NatGateway.class, PublicIpPrefix.class, VirtualNetworkGateway.class, LocalNetworkGateway.class, GatewayConnection.class,
          PrivateEndpoint.class, ResourceLock.class, PolicyAssignment.class, LighthouseDefinition.class, LighthouseAssignment.class);

  @Override
  public Stream<Node> derive(Estate estate) {
    var all = estate.inventory();
    return Stream.of(
            PLAIN.stream().flatMap(type -> all.all(type).stream()).map(ArmNodes::node),
            all.all(ManagementGroup.class).stream().map(it -> with(node(it), "tenant", it.tenantId())),
            all.all(Subscription.class).stream().map(it -> with(node(it), "tenant", it.tenantId())),
            all.all(VirtualMachine.class).stream().map(it -> with(node(it), "operatingSystem", it.operatingSystem())),
            all.all(VmScaleSet.class).stream().map(it -> with(node(it), "operatingSystem", it.operatingSystem())),
            all.all(ArcMachine.class).stream().map(it -> with(node(it), "operatingSystem", it.operatingSystem())),
            all.all(KubernetesCluster.class).stream().map(it -> with(node(it), "oidcIssuer", it.issuer())),
            RolePowers.of(estate).nodes(),
            KubernetesNamespaces.of(estate).nodes(),
            all.all(WebApp.class).stream().map(it -> with(with(node(it), "kind", it.kind()), "hostName", it.hostName())),
            all.all(Vault.class).stream().map(it -> with(node(it), "permissionModel", it.rbac() ? "roles" : "access policies")),
            all.all(VaultSecret.class).stream().map(it -> with(node(it), "enabled", String.valueOf(it.enabled()))),
            all.all(StorageAccount.class).stream().map(it -> with(with(node(it), "kind", it.kind()), "sharedKeyAccess", String.valueOf(it.sharedKeyAccess()))),
            all.all(PublicIpAddress.class).stream().map(it -> with(node(it), "address", it.address())),
            all.all(UserAssignedIdentity.class).stream().map(it -> with(with(node(it), "principalId", it.principalId()), "clientId", it.clientId())))
        .flatMap(nodes -> nodes);
  }

  private static Node node(Resource record) {
    ArmId id = new ArmId(record.id().text());
    return Node.of(id, ArmTypes.kind(id), record.name(), Readings.home(id));
  }

  private static Node with(Node node, String fact, String value) {
    return value.isEmpty() ? node : node.withFact(fact, value);
  }
}
