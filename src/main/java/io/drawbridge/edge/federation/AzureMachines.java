package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.SsmManagedInstance;
import io.drawbridge.inventory.aws.SsmManagedInstance.Host;
import io.drawbridge.inventory.azure.NetworkInterface;
import io.drawbridge.inventory.azure.VirtualMachine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the virtual machines that an agent of the other cloud may run on: by the machine's unique id where the agent tells it, or else by host name
 * and private address together, since either alone is common to many.
 */
final class AzureMachines {

  static final Operation MACHINES = new Operation("arm", "microsoft.compute/virtualmachines");
  static final Operation INTERFACES = new Operation("arm", "microsoft.network/networkinterfaces");

  private final Estate estate;
  private final Map<String, List<VirtualMachine>> byUniqueId = new HashMap<>();
  private final Map<String, List<VirtualMachine>> byName = new HashMap<>();

  /**
   * A machine that fits.
   *
   * @param reached the interface that has the node's address; empty where the unique id fits
   */
  record Candidate(VirtualMachine machine, Optional<NetworkInterface> reached) {

    /** By what it fits. */
    Proof proof(SsmManagedInstance node) {
      Proof ofNode = Observed.fact(node, "/InstanceId", node.id().name());
      if (reached.isEmpty()) {
        return ofNode.and(Observed.fact(node, "/SourceId", node.host().sourceId())).and(Observed.fact(machine, "/properties/vmId", machine.guest().vmId()));
      }
      return ofNode.and(Observed.fact(node, "/ComputerName", node.host().computerName()))
          .and(Observed.fact(machine, "/properties/osProfile/computerName", machine.guest().computerName()))
          .and(Observed.fact(node, "/IPAddress", node.host().address()))
          .and(Observed.fact(reached.get(), "/properties/ipConfigurations", node.host().address()));
    }
  }

  AzureMachines(Estate estate) {
    this.estate = estate;
    for (VirtualMachine machine : estate.inventory().all(VirtualMachine.class)) {
      byUniqueId.computeIfAbsent(machine.guest().vmId(), none -> new ArrayList<>()).add(machine);
      byName.computeIfAbsent(hostName(machine.guest().computerName()), none -> new ArrayList<>()).add(machine);
    }
    byUniqueId.remove("");
    byName.remove("");
  }

  /** The machines that a node may be: none when it says that it is something else. */
  List<Candidate> of(Host host) {
    if (host.isAzure() && !host.sourceId().isEmpty()) {
      return byUniqueId.getOrDefault(ResourceId.lowerCase(host.sourceId()), List.of()).stream().map(machine -> new Candidate(machine, Optional.empty())).toList();
    }
    return host.address().isEmpty() ? List.of() : named(host).flatMap(machine -> interfaces(machine).filter(each -> has(each, host.address())).findFirst().stream()
        .map(reached -> new Candidate(machine, Optional.of(reached)))).toList();
  }

  /** The machines of a node's name of whose interfaces some were not read. */
  List<VirtualMachine> withoutInterfaces(Host host) {
    return named(host).filter(machine -> interfaces(machine).count() < machine.networkInterfaces().size()).toList();
  }

  private Stream<VirtualMachine> named(Host host) {
    return byName.getOrDefault(hostName(host.computerName()), List.of()).stream();
  }

  private Stream<NetworkInterface> interfaces(VirtualMachine machine) {
    return machine.networkInterfaces().stream().flatMap(id -> estate.inventory().find(NetworkInterface.class, id).stream());
  }

  private static boolean has(NetworkInterface one, String address) {
    return one.ipConfigurations().stream().anyMatch(configuration -> configuration.privateAddress().equals(address));
  }

  /** An agent reports the full name, Azure the first label. */
  private static String hostName(String name) {
    return ResourceId.lowerCase(name.split("\\.", 2)[0]);
  }
}
