package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.ContainerApp;
import io.drawbridge.inventory.azure.OtherAzureResource;
import io.drawbridge.inventory.azure.ResourceGroup;
import io.drawbridge.inventory.azure.UserAssignedIdentity;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.inventory.azure.VmScaleSet;
import io.drawbridge.inventory.azure.WebApp;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A way to have compute under an assigned identity: rows of what it takes, at compute that is there or in a resource group.
 *
 * <p>Source: managed identities for Azure resources, "Services that support managed identities", and each service's own page; Azure
 * Policy, "Remediate noncompliant resources" (an assignment deploys what its definition says, as its identity). <b>Not modelled:</b> making a
 * resource group first; quotas, networks and policies that forbid the compute; Kubernetes and machine learning.
 *
 * @param actions all of them, at the same place
 * @param places resources, or resource groups
 */
record ComputeKind(List<String> actions, Collection<ArmId> places) {

  private static final String MACHINES = "Microsoft.Compute/virtualMachines/";
  private static final String SCALE_SETS = "Microsoft.Compute/virtualMachineScaleSets/write";
  private static final String SUBNET = "Microsoft.Network/virtualNetworks/subnets/join/action";
  private static final String AUTOMATION = "Microsoft.Automation/automationAccounts/";
  private static final String FACTORIES = "Microsoft.DataFactory/factories/";
  private static final String ENVIRONMENT = "Microsoft.App/managedEnvironments/";
  private static final String REGISTRIES = "Microsoft.ContainerRegistry/registries/";
  private static final String BATCH = "Microsoft.Batch/batchAccounts/";

  /** What is made anew, in a resource group. */
  private static final List<List<String>> NEW =
      List.of(
          List.of("Microsoft.ContainerInstance/containerGroups/write"),
          List.of("Microsoft.Logic/workflows/write"),
          List.of("Microsoft.Web/sites/write", "Microsoft.Web/serverfarms/write"),
          List.of("Microsoft.App/containerApps/write", ENVIRONMENT + "write", ENVIRONMENT + "join/action"),
          List.of("Microsoft.App/jobs/write", "Microsoft.App/jobs/start/action", ENVIRONMENT + "write", ENVIRONMENT + "join/action"),
          List.of(AUTOMATION + "write", AUTOMATION + "runbooks/write", AUTOMATION + "jobs/write"),
          List.of(FACTORIES + "write", FACTORIES + "pipelines/write", FACTORIES + "pipelines/createRun/action"),
          List.of(MACHINES + "write", "Microsoft.Network/networkInterfaces/write", "Microsoft.Network/networkInterfaces/join/action", SUBNET),
          List.of(SCALE_SETS, SUBNET),
          List.of(REGISTRIES + "write", REGISTRIES + "tasks/write", REGISTRIES + "scheduleRun/action"),
          List.of(BATCH + "write", BATCH + "pools/write", SUBNET),
          List.of("Microsoft.Authorization/policyDefinitions/write", "Microsoft.Authorization/policyAssignments/write"));

  ComputeKind {
    actions = List.copyOf(actions);
    places = List.copyOf(places);
  }

  static List<ComputeKind> of(Estate estate) {
    Collection<ArmId> groups = groups(estate);
    return Stream.concat(NEW.stream().map(actions -> new ComputeKind(actions, groups)),
        Stream.of(
            on(estate, VirtualMachine.class, MACHINES + "write", MACHINES + "runCommand/action"),
            on(estate, VirtualMachine.class, MACHINES + "write", MACHINES + "extensions/write"),
            on(estate, VmScaleSet.class, SCALE_SETS),
            on(estate, WebApp.class, "Microsoft.Web/sites/write"),
            on(estate, ContainerApp.class, "Microsoft.App/containerApps/write"),
            others(estate, "microsoft.logic/workflows", "Microsoft.Logic/workflows/write"),
            others(estate, "microsoft.automation/automationaccounts", AUTOMATION + "write", AUTOMATION + "runbooks/write", AUTOMATION + "jobs/write"),
            others(estate, "microsoft.datafactory/factories", FACTORIES + "write", FACTORIES + "pipelines/write", FACTORIES + "pipelines/createRun/action")))
        .filter(kind -> !kind.places().isEmpty()).toList();
  }

  private static ComputeKind on(Estate estate, Class<? extends Resource> type, String... actions) {
    return new ComputeKind(List.of(actions), places(estate, estate.inventory().all(type).stream()));
  }

  private static ComputeKind others(Estate estate, String type, String... actions) {
    return new ComputeKind(List.of(actions), places(estate, estate.inventory().all(OtherAzureResource.class).stream().filter(other -> other.type().equals(type))));
  }

  private static List<ArmId> places(Estate estate, Stream<? extends Resource> records) {
    Locks locks = Locks.of(estate);
    return records.map(record -> new ArmId(record.id().text())).filter(id -> !locks.isLocked(id)).toList();
  }

  /** Those that were read, and those that something lies in. */
  private static Collection<ArmId> groups(Estate estate) {
    SortedSet<ArmId> groups = new TreeSet<>();
    estate.inventory().all(ResourceGroup.class).forEach(group -> groups.add(group.id()));
    Stream.<Resource>concat(estate.inventory().all(UserAssignedIdentity.class).stream(), estate.inventory().all(VirtualMachine.class).stream())
        .forEach(record -> new ArmId(record.id().text()).resourceGroup().ifPresent(groups::add));
    groups.removeIf(Locks.of(estate)::isLocked);
    return groups;
  }
}
