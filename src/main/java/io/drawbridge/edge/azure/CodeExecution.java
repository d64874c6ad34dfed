package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.OtherAzureResource;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.inventory.azure.VmScaleSet;
import io.drawbridge.inventory.azure.WebApp;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs code on machines, sites, workflows and runbooks by a permission of Azure Resource Manager: a row for each action.
 *
 * <p>Sources: Azure, "Run scripts in your VM", "Run scripts with managed Run Commands", "Virtual machine extensions"; App Service,
 * "Deploy files" and "Configure deployment credentials"; Azure Automation, "Manage role permissions and security". <b>Not modelled:</b>
 * signing in to a machine with an Entra account, which needs an extension; swapping disks; publishing profiles whose basic authentication
 * is switched off; AKS; actions that one holder was given at different scopes where several are needed.
 */
final class CodeExecution implements EdgeRule {

  /**
   * A row.
   *
   * @param type of the targets, as ARM spells it
   */
  private record Row(String type, Capability capability) {}

  private static final List<Row> ROWS =
      List.of(
          row("microsoft.compute/virtualmachines", "vm-run-command", "runCommand/action", Likelihood.EASY),
          row("microsoft.compute/virtualmachines", "vm-managed-run-command", "runCommands/write", Likelihood.EASY),
          row("microsoft.compute/virtualmachines", "vm-extension", "extensions/write", Likelihood.EASY),
          row("microsoft.compute/virtualmachinescalesets", "vmss-run-command", "virtualMachines/runCommand/action", Likelihood.EASY),
          row("microsoft.compute/virtualmachinescalesets", "vmss-extension", "extensions/write", Likelihood.EASY),
          row("microsoft.hybridcompute/machines", "arc-run-command", "runCommands/write", Likelihood.EASY),
          row("microsoft.hybridcompute/machines", "arc-extension", "extensions/write", Likelihood.EASY),
          row("microsoft.web/sites", "web-publish", "publish/Action", Likelihood.EASY),
          row("microsoft.web/sites", "web-publish-profile", "publishxml/action", Likelihood.LIKELY),
          new Row("microsoft.automation/automationaccounts", new Capability("runbook-write", "azure-runbook-write", EdgeKind.CAN_RUN_CODE,
              List.of("Microsoft.Automation/automationAccounts/runbooks/write", "Microsoft.Automation/automationAccounts/jobs/write"), false,
              Likelihood.EASY, List.of(AttributeContext.UNKNOWN))),
          row("microsoft.logic/workflows", "logic-app-write", "write", Likelihood.EASY));

  @Override
  public List<Operation> reads() {
    return Stream.concat(AzureAuthorization.READS.stream(), ROWS.stream().map(row -> new Operation("arm", row.type)).distinct()).toList();
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var derivation = new CapabilityDerivation(estate, sink);
    for (Row row : ROWS) {
      List<Target> targets = targets(estate, row.type);
      if (!targets.isEmpty()) {
        derivation.draw(row.capability, targets);
      }
    }
  }

  private static List<Target> targets(Estate estate, String type) {
    var inventory = estate.inventory();
    List<Target> targets = new ArrayList<>();
    Stream<? extends Resource> records = switch (type) {
      case "microsoft.compute/virtualmachines" -> inventory.all(VirtualMachine.class).stream();
      case "microsoft.compute/virtualmachinescalesets" -> inventory.all(VmScaleSet.class).stream();
      case "microsoft.web/sites" -> inventory.all(WebApp.class).stream();
      default -> inventory.all(OtherAzureResource.class).stream().filter(other -> other.type().equals(type));
    };
    records.forEach(record -> {
      if (record.id() instanceof ArmId id) {
        targets.add(Target.of(id, id, Observed.fact(record, "/id", record.name())));
      }
    });
    return targets;
  }

  private static Row row(String type, String name, String action, Likelihood likelihood) {
    return new Row(type, Capability.of(name, "azure-" + name, EdgeKind.CAN_RUN_CODE, type + "/" + action, likelihood));
  }
}
