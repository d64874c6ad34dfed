package io.drawbridge.edge.azure.compute;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;
import static io.drawbridge.graph.Likelihood.POSSIBLE;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.azure.ArcMachine;
import io.drawbridge.inventory.azure.MachineExtension;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.inventory.azure.VmScaleSet;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ways to run code on virtual machines, scale sets and machines of elsewhere.
 *
 * <p>Sources: Azure Virtual Machines, "Run scripts in your VM by using Run Command", "Virtual machine extensions" (custom scripts and the
 * reset of passwords are extensions both), "VM Applications", "Sign in to a Windows virtual machine in Azure by using Microsoft Entra ID",
 * "Azure Serial Console"; "Use Windows Admin Center in the Azure portal to manage a Windows Server VM"; scale sets, "Extension profile"; Azure Arc,
 * "Run command", "Agent security: allow lists, block lists and monitor mode". Disks, images and machine configurations are {@link MachineImages}.
 * <b>Not modelled:</b> SSH to Arc machines and Windows Admin Center on them; whether a login needs a shell that a hardened image lacks; allow lists
 * written on the machine and not reported.
 */
public final class MachineCode {

  private static final String VM = "microsoft.compute/virtualmachines";
  private static final String VMSS = "microsoft.compute/virtualmachinescalesets";
  private static final String ARC = "microsoft.hybridcompute/machines";
  private static final Operation EXTENSIONS = new Operation("arm", "microsoft.compute/virtualmachines/extensions");
  private static final Set<String> SIGN_IN = Set.of("aadloginforwindows", "aadsshloginforlinux", "aadloginforlinux");
  private static final Set<String> ADMIN_CENTER = Set.of("admincenter");
  private static final Requirement CONNECTED =
      new Requirement("azure:network", "In", List.of(), false, "a connection to the machine's login port");
  private static final String SIGN_OFF = "assign login roles for the time of the work only, by an eligible assignment";
  private static final String EXECUTION = "T1651";

  public static final List<Ways> TABLE =
      List.of(
          Ways.to("code-on-machines", EdgeKind.CAN_RUN_CODE, List.of(VM), Ways.each(VirtualMachine.class, machine -> true),
              Way.by("azure-vm-run-command", "runs a script on the machine by Run Command", EXECUTION, "leave runCommand out of roles that only operate machines",
                  EASY, "Microsoft.Compute/virtualMachines/runCommand/action"),
              Way.by("azure-vm-managed-run-command", "leaves a script with the machine as a managed Run Command", EXECUTION,
                  "leave runCommands/write out of roles that only operate machines", EASY, "Microsoft.Compute/virtualMachines/runCommands/write"),
              Way.by("azure-vm-extension", "installs an extension that runs a script or resets a password", EXECUTION,
                  "allow only listed extensions by policy", EASY, "Microsoft.Compute/virtualMachines/extensions/write"),
              Way.by("azure-vm-application", "publishes an application of its own and installs it on the machine", EXECUTION,
                  "keep galleries apart from who changes machines", LIKELY, "Microsoft.Compute/virtualMachines/write").andElsewhere("Microsoft.Compute/galleries/write",
                  "Microsoft.Compute/galleries/applications/write", "Microsoft.Compute/galleries/applications/versions/write")),
          Ways.to("sign-in-to-machines", EdgeKind.CAN_RUN_CODE, List.of(VM, "microsoft.compute/virtualmachines/extensions"),
              (estate, sink) -> withExtension(estate, sink, SIGN_IN),
              Way.byData("azure-vm-admin-login", "signs in to the machine as its administrator", "T1021.007", SIGN_OFF, EASY,
                  "Microsoft.Compute/virtualMachines/loginAsAdmin/action"),
              Way.byData("azure-vm-user-login", "signs in to the machine as a user", "T1021.007", SIGN_OFF, EASY,
                  "Microsoft.Compute/virtualMachines/login/action")),
          Ways.to("admin-center-of-machines", EdgeKind.CAN_RUN_CODE, List.of(VM, "microsoft.compute/virtualmachines/extensions"),
              (estate, sink) -> withExtension(estate, sink, ADMIN_CENTER),
              Way.byData("azure-vm-admin-center", "opens Windows Admin Center on the machine as its administrator", "T1021.007", SIGN_OFF, EASY,
                  "Microsoft.Compute/virtualMachines/WACloginAsAdmin/action")),
          Ways.to("serial-console", EdgeKind.CAN_RUN_CODE, List.of(VM), Ways.each(VirtualMachine.class, MachineCode::opensOnBoot),
              Way.by("azure-serial-console", "restarts the machine to a root shell on its serial console", "T1059",
                  "disable the serial console of the subscription", POSSIBLE, "Microsoft.SerialConsole/serialPorts/connect/action")),
          Ways.to("code-on-scale-sets", EdgeKind.CAN_RUN_CODE, List.of(VMSS), Ways.each(VmScaleSet.class, set -> true),
              Way.by("azure-vmss-run-command", "runs a script on an instance by Run Command", EXECUTION,
                  "leave runCommand out of roles that only operate scale sets", EASY, "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action"),
              Way.by("azure-vmss-managed-run-command", "leaves a script with an instance as a managed Run Command", EXECUTION,
                  "leave runCommands/write out of roles that only operate scale sets", EASY,
                  "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommands/write"),
              Way.by("azure-vmss-extension", "adds an extension to the set's model", EXECUTION, "allow only listed extensions by policy", EASY,
                  "Microsoft.Compute/virtualMachineScaleSets/extensions/write"),
              Way.by("azure-vmss-instance-extension", "installs an extension on an instance", EXECUTION, "allow only listed extensions by policy", EASY,
                  "Microsoft.Compute/virtualMachineScaleSets/virtualMachines/extensions/write"),
              Way.by("azure-vmss-write", "writes an extension into the set's model and lets it grow", EXECUTION, "allow only listed extensions by policy",
                  LIKELY, "Microsoft.Compute/virtualMachineScaleSets/write")),
          Ways.to("commands-on-arc-machines", EdgeKind.CAN_RUN_CODE, List.of(ARC),
              Ways.each(ArcMachine.class, machine -> takes(machine, "microsoft.cplat.core/runcommandhandlerwindows", "microsoft.cplat.core/runcommandhandlerlinux")),
              Way.by("azure-arc-run-command", "runs a script on the machine by Run Command", EXECUTION, "block the Run Command handler on the machine's agent",
                  EASY, "Microsoft.HybridCompute/machines/runCommands/write")),
          Ways.to("extensions-on-arc-machines", EdgeKind.CAN_RUN_CODE, List.of(ARC),
              Ways.each(ArcMachine.class, machine -> takes(machine, "microsoft.compute/customscriptextension", "microsoft.azure.extensions/customscript")),
              Way.by("azure-arc-extension", "installs an extension that runs a script", EXECUTION, "set an allow list of extensions on the machine's agent",
                  EASY, "Microsoft.HybridCompute/machines/extensions/write")));

  private MachineCode() {}

  private static boolean takes(ArcMachine machine, String onWindows, String onLinux) {
    return switch (ResourceId.lowerCase(machine.operatingSystem())) {
      case "windows" -> machine.takes(onWindows);
      case "linux" -> machine.takes(onLinux);
      default -> machine.takes(onWindows) || machine.takes(onLinux);
    };
  }

  private static boolean opensOnBoot(VirtualMachine machine) {
    return machine.bootDiagnostics() && machine.operatingSystem().equalsIgnoreCase("Linux");
  }

  /** Machines whose extension lets Entra accounts in. */
  private static List<Target> withExtension(Estate estate, EdgeSink sink, Set<String> types) {
    var byMachine = new TreeMap<ResourceId, MachineExtension>();
    estate.inventory().all(MachineExtension.class).stream().filter(extension -> types.contains(extension.type()))
        .forEach(extension -> byMachine.putIfAbsent(extension.machine(), extension));
    Readings readings = AzureAuthorization.of(estate).readings();
    List<Target> targets = new ArrayList<>();
    for (VirtualMachine machine : estate.inventory().all(VirtualMachine.class)) {
      MachineExtension extension = byMachine.get(machine.id());
      if (extension != null) {
        targets.add(Target.of(machine.id(), machine.id(), Observed.fact(extension, "/properties/type", extension.type())).asking(CONNECTED));
      } else if (readings.reading(machine.id(), EXTENSIONS, machine.id().text()) != Reading.READ) {
        sink.gap(Gaps.of(estate, Readings.home(machine.id()), EXTENSIONS, "", "which machines let Entra accounts in is not known"));
      }
    }
    return targets;
  }
}
