package io.drawbridge.edge.azure.compute;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;
import static io.drawbridge.graph.Likelihood.POSSIBLE;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.azure.ArcMachine;
import io.drawbridge.inventory.azure.MachineExtension;
import io.drawbridge.inventory.azure.ManagedIdentityHolder;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.inventory.azure.VmScaleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ways to run code on machines by what they start from and by what keeps their configuration.
 *
 * <p>A machine keeps its identities when its system disk is another. A scale set that names no version of its image starts new instances from
 * the latest. A machine configuration is a package at an address of the caller's choice, which the agent applies as the system; on a virtual machine
 * the agent is an extension and signs in by the machine's own identity, on Arc it is there unless it was switched off. Sources: Azure Virtual
 * Machines, "Change the OS disk used by an Azure VM using PowerShell", "Upload a VHD to Azure"; Azure Compute Gallery, "Use the latest image
 * version"; Azure machine configuration, "Understand Azure machine configuration" and "Remediation options"; REST, "Guest Configuration
 * Assignments - Create Or Update"; the role Guest Configuration Resource Contributor; Azure Arc, "AgentConfiguration" (modes that Microsoft defines
 * limit extensions and machine configuration). <b>Not modelled:</b> images that only virtual machines were made from, which start from them once;
 * maintenance configurations, whose events call what listens to them and run nothing on the machine; Update Management of automation accounts, which
 * Azure has retired; just-in-time access, Bastion and its shareable links, which open a network path and sign nobody in; settings and connectors of
 * Defender for Cloud, which install Microsoft's agents and no code of the caller's.
 */
public final class MachineImages {

  private static final String VM = "microsoft.compute/virtualmachines";
  private static final String MACHINE = "Microsoft.Compute/virtualMachines/";
  private static final String CONFIGURE = "Microsoft.GuestConfiguration/guestConfigurationAssignments/write";
  private static final String EXECUTION = "T1651";
  private static final String LISTED = "allow only listed configuration packages by policy";
  private static final String[] DISK_OF_OWN = {"Microsoft.Compute/disks/write", "Microsoft.Compute/disks/beginGetAccess/action"};
  private static final Operation EXTENSIONS = new Operation("arm", "microsoft.compute/virtualmachines/extensions");
  private static final Set<String> AGENTS = Set.of("configurationforwindows", "configurationforlinux");

  public static final List<Ways> TABLE =
      List.of(
          Ways.to("machines-to-start-otherwise", EdgeKind.CAN_RUN_CODE, List.of(VM), Ways.each(VirtualMachine.class, machine -> !machine.disks().isEmpty()),
              Way.by("azure-vm-disk-swap", "swaps the machine's system disk for one of its own", EXECUTION,
                  "leave virtualMachines/write out of roles that only operate machines", LIKELY, MACHINE + "write", MACHINE + "deallocate/action",
                  MACHINE + "start/action").andElsewhere(DISK_OF_OWN)),
          Ways.to("scale-sets-of-latest-images", EdgeKind.CAN_RUN_CODE, List.of("microsoft.compute/virtualmachinescalesets"), (estate, sink) -> followers(estate),
              Way.by("azure-gallery-image-version", "publishes a version of the image that the set's next instance starts from", "T1525",
                  "name versions of images, and let only the build pipeline publish", POSSIBLE, "Microsoft.Compute/galleries/images/versions/write")
                  .andElsewhere(DISK_OF_OWN)),
          Ways.to("machines-that-configure", EdgeKind.CAN_RUN_CODE, List.of(VM, EXTENSIONS.name()), MachineImages::configured,
              Way.by("azure-vm-machine-configuration", "assigns a configuration package of its own to the machine", EXECUTION, LISTED, EASY, CONFIGURE)),
          Ways.to("arc-machines-that-configure", EdgeKind.CAN_RUN_CODE, List.of("microsoft.hybridcompute/machines"),
              Ways.each(ArcMachine.class, ArcMachine::configures),
              Way.by("azure-arc-machine-configuration", "assigns a configuration package of its own to the machine", EXECUTION, LISTED, EASY, CONFIGURE)));

  private MachineImages() {}

  /** Scale sets, asked at the gallery's image that they follow. */
  private static List<Target> followers(Estate estate) {
    List<Target> targets = new ArrayList<>();
    for (VmScaleSet set : estate.inventory().all(VmScaleSet.class)) {
      set.image().flatMap(MachineImages::latest).ifPresent(image -> targets.add(Target.of(image, set.id(),
          Observed.fact(set, "/properties/virtualMachineProfile/storageProfile/imageReference", image.text()))));
    }
    return targets;
  }

  private static Optional<ArmId> latest(ArmId reference) {
    ArmId image = reference.name().equals("latest") ? ArmTypes.above(reference, "/versions/").orElse(reference) : reference;
    return Optional.of(image).filter(each -> ArmTypes.of(each).equals("microsoft.compute/galleries/images"));
  }

  /** Virtual machines with the agent, and an identity of their own that it signs in by. */
  private static List<Target> configured(Estate estate, EdgeSink sink) {
    var agents = new TreeMap<ResourceId, MachineExtension>();
    estate.inventory().all(MachineExtension.class).stream().filter(extension -> AGENTS.contains(extension.type()))
        .forEach(extension -> agents.putIfAbsent(extension.machine(), extension));
    Set<ResourceId> identified = new HashSet<>();
    estate.inventory().all(ManagedIdentityHolder.class).stream().filter(holder -> !holder.systemPrincipalId().isEmpty())
        .forEach(holder -> identified.add(holder.id()));
    Readings readings = AzureAuthorization.of(estate).readings();
    List<Target> targets = new ArrayList<>();
    for (VirtualMachine machine : estate.inventory().all(VirtualMachine.class)) {
      MachineExtension agent = agents.get(machine.id());
      if (agent != null && identified.contains(machine.id())) {
        targets.add(Target.of(machine.id(), machine.id(), Observed.fact(agent, "/properties/type", agent.type())));
      } else if (agent == null && identified.contains(machine.id()) && readings.reading(machine.id(), EXTENSIONS, machine.id().text()) != Reading.READ) {
        sink.gap(Gaps.of(estate, Readings.home(machine.id()), EXTENSIONS, "", "which machines apply machine configurations is not known"));
      }
    }
    return targets;
  }
}
