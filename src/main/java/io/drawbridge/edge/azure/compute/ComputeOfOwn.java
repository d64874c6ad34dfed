package io.drawbridge.edge.azure.compute;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Errand;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.ContainerApp;
import io.drawbridge.inventory.azure.OtherAzureResource;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.inventory.azure.VmScaleSet;
import io.drawbridge.inventory.azure.WebApp;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ways to have compute under an assigned identity: what it takes at compute that is there, or in a resource group.
 *
 * <p>Source: managed identities for Azure resources, "Services that support managed identities", and each service's own page; Azure
 * Policy, "Remediate noncompliant resources" (an assignment deploys what its definition says, as its identity). <b>Not modelled:</b> making a
 * resource group first; quotas, networks and policies that forbid the compute; Kubernetes and machine learning; deployment
 * scripts, new or rewritten: whoever writes one assigns its identity anew and makes a container group for it ("Configure the minimum permissions"),
 * which is enough by itself; template specs, which run as whoever deploys them.
 */
final class ComputeOfOwn {

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

  private ComputeOfOwn() {}

  static List<Errand> errands(Estate estate) {
    Collection<ArmId> groups = Errand.groups(estate);
    return Stream.concat(NEW.stream().map(actions -> new Errand(actions, groups)),
        Stream.of(
            on(estate, VirtualMachine.class, MACHINES + "write", MACHINES + "runCommand/action"),
            on(estate, VirtualMachine.class, MACHINES + "write", MACHINES + "extensions/write"),
            on(estate, VmScaleSet.class, SCALE_SETS),
            on(estate, WebApp.class, "Microsoft.Web/sites/write"),
            on(estate, ContainerApp.class, "Microsoft.App/containerApps/write"),
            others(estate, "microsoft.logic/workflows", "Microsoft.Logic/workflows/write"),
            others(estate, "microsoft.automation/automationaccounts", AUTOMATION + "write", AUTOMATION + "runbooks/write", AUTOMATION + "jobs/write"),
            others(estate, "microsoft.datafactory/factories", FACTORIES + "write", FACTORIES + "pipelines/write", FACTORIES + "pipelines/createRun/action")))
        .filter(errand -> !errand.places().isEmpty()).toList();
  }

  private static Errand on(Estate estate, Class<? extends Resource> type, String... actions) {
    return new Errand(List.of(actions), places(estate.inventory().all(type).stream()));
  }

  private static Errand others(Estate estate, String type, String... actions) {
    return new Errand(List.of(actions), places(estate.inventory().all(OtherAzureResource.class).stream().filter(other -> other.type().equals(type))));
  }

  private static List<ArmId> places(Stream<? extends Resource> records) {
    return records.map(record -> new ArmId(record.id().text())).toList();
  }
}
