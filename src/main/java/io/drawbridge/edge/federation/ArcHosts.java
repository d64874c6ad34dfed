package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.ArcMachine;
import io.drawbridge.inventory.aws.Ec2Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine of Azure Arc that is an EC2 instance: one host, whose root each cloud may command.
 *
 * <p>Arc's commands and extensions run as root, who has what the instance has; and who is root on the instance asks the agent's local endpoint for
 * tokens of the machine's identity, as {@link io.drawbridge.edge.azure.compute.RunsAsIdentity} draws. Who commands either end is drawn by its own
 * cloud's rules, so these two edges are all there is between them. The two are joined by the instance's id, which is unique and which the agent reads
 * from the instance's metadata and reports; or by a machine's name of that form. Source: learn.microsoft.com, "Overview of Azure Connected Machine
 * agent", "Instance metadata"; "Authenticate against Azure resources with Azure Arc-enabled servers" (a challenge that root and the agent's group can
 * answer). <b>Not modelled:</b> joins by private address or host name, which other networks have as well; the UUID of the BIOS, which no answer of
 * EC2 tells.
 */
final class ArcHosts implements EdgeRule {

  private static final Technique ONTO_INSTANCE = new Technique("azure-arc-on-ec2", "is root on the EC2 instance that the Arc agent runs on", "T1651",
      "block extensions and Run Command on the agents of instances with powerful roles");
  private static final Technique ONTO_MACHINE = new Technique("ec2-arc-agent", "asks the Arc agent on the instance for tokens of its identity", "T1552.005",
      "give the identities of Arc machines on EC2 no role that who commands the instance must not have");
  private static final Operation INSTANCES = Operation.parse("ec2:describe-instances");
  private static final Operation MACHINES = new Operation("arm", "microsoft.hybridcompute/machines");

  @Override
  public List<Operation> reads() {
    return List.of(INSTANCES, MACHINES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ONTO_INSTANCE, ONTO_MACHINE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<ArcMachine> machines = estate.inventory().all(ArcMachine.class).stream().filter(machine -> machine.host().isAws() && !machine.host().expired()).toList();
    if (machines.isEmpty()) {
      return;
    }
    Map<String, List<Ec2Instance>> byId = new HashMap<>();
    estate.inventory().all(Ec2Instance.class).forEach(instance -> byId.computeIfAbsent(instance.id().name(), none -> new ArrayList<>()).add(instance));
    Map<String, List<ArcMachine>> claims = new HashMap<>();
    machines.forEach(machine -> claims.computeIfAbsent(machine.host().instanceId(), none -> new ArrayList<>()).add(machine));
    for (ArcMachine machine : machines) {
      List<Ec2Instance> instances = byId.getOrDefault(machine.host().instanceId(), List.of()).stream().filter(instance -> agrees(machine, instance)).toList();
      if (instances.size() != 1) {
        unknown(estate, machine, sink);
      } else if (claims.getOrDefault(machine.host().instanceId(), List.of()).size() > 1) {
        sink.gap(Gaps.of(estate, Readings.home(machine.id()), MACHINES, machine.id().text(),
            "several Arc machines say that they are one EC2 instance: which of them it is is not known"));
      } else if (!instances.getFirst().isGone()) {
        draw(machine, instances.getFirst(), sink);
      }
    }
  }

  private static boolean agrees(ArcMachine machine, Ec2Instance instance) {
    return machine.host().account().isEmpty() || machine.host().account().equals(instance.id().account());
  }

  private static void unknown(Estate estate, ArcMachine machine, EdgeSink sink) {
    String account = machine.host().account();
    if (machine.host().instanceId().isEmpty()) {
      sink.gap(Gaps.of(estate, Readings.home(machine.id()), MACHINES, machine.id().text(), "which EC2 instance an Arc machine is is not known"));
    } else {
      sink.gap(Gaps.of(estate, account.isEmpty() ? Readings.home(machine.id()) : Scope.account(account), INSTANCES, machine.host().instanceId(),
          "an EC2 instance that an Arc machine is was not read"));
    }
  }

  private static void draw(ArcMachine machine, Ec2Instance instance, EdgeSink sink) {
    Proof proof = Observed.fact(machine, machine.host().pointer(), machine.host().instanceId())
        .and(Observed.fact(machine, "/properties/detectedProperties/cloudprovider", machine.host().provider()))
        .and(Observed.fact(instance, "/InstanceId", machine.host().instanceId()));
    step(machine.id(), instance.id(), ONTO_INSTANCE, proof, sink);
    step(instance.id(), machine.id(), ONTO_MACHINE, proof, sink);
  }

  private static void step(ResourceId from, ResourceId to, Technique technique, Proof proof, EdgeSink sink) {
    sink.edge(Edge.of(from, to, EdgeKind.CAN_RUN_CODE, technique.id(), proof, Likelihood.EASY.cost()));
  }
}
