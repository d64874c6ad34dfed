package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.edge.federation.AzureMachines.Candidate;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.SsmManagedInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A managed node of Systems Manager that is a virtual machine of Azure: one host, on which each cloud runs code.
 *
 * <p>The agent runs as root, who asks the machine's metadata for tokens of its managed identities; and who is root on the machine reads the
 * credentials that the agent keeps. Who commands either end, and as what each end runs, is drawn by its own cloud's rules, so these two edges are
 * all there is between them. Source: Systems Manager API reference, InstanceInformation (SourceType and SourceId of Azure Virtual Machines);
 * Systems Manager User Guide, "Managing nodes in hybrid and multicloud environments"; learn.microsoft.com, "Azure Instance Metadata Service".
 * <b>Not modelled:</b> instances of scale sets, whose addresses are not listed; nodes that share name and address with several machines.
 */
final class ManagedMachines implements EdgeRule {

  private static final Technique ONTO_MACHINE = new Technique("ssm-node-on-azure-vm", "is root on the Azure machine that the agent of Systems Manager runs on", "T1651",
      "give machines that Systems Manager manages no identity that who commands them must not have");
  private static final Technique ONTO_NODE = new Technique("azure-vm-ssm-node", "reads what the agent of Systems Manager keeps on the machine", "T1552.001",
      "give the roles of hybrid activations the least that the agent needs");
  private static final Operation NODES = Operation.parse("ssm:describe-instance-information");

  @Override
  public List<Operation> reads() {
    return List.of(NODES, AzureMachines.MACHINES, AzureMachines.INTERFACES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ONTO_MACHINE, ONTO_NODE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<SsmManagedInstance> nodes = estate.inventory().all(SsmManagedInstance.class).stream().filter(node -> node.id().service().equals("ssm")).toList();
    if (nodes.isEmpty()) {
      return;
    }
    var machines = new AzureMachines(estate);
    SortedMap<ArmId, List<Match>> claims = new TreeMap<>();
    for (SsmManagedInstance node : nodes) {
      List<Candidate> candidates = machines.of(node.host());
      if (candidates.size() == 1) {
        claims.computeIfAbsent(candidates.getFirst().machine().id(), none -> new ArrayList<>()).add(new Match(node, candidates.getFirst()));
      } else if (!candidates.isEmpty()) {
        unclear(estate, node, "several Azure machines fit a managed node: which of them it is is not known", sink);
      } else if (node.host().isAzure()) {
        unclear(estate, node, "the Azure machine that a managed node is was not read", sink);
      } else {
        machines.withoutInterfaces(node.host()).forEach(machine -> sink.gap(Gaps.of(estate, Readings.home(machine.id()), AzureMachines.INTERFACES, machine.id().text(),
            "whether an Azure machine is the managed node of its name is not known")));
      }
    }
    claims.values().forEach(matches -> settle(estate, matches, sink));
  }

  /** A node and the one machine that fits it. */
  private record Match(SsmManagedInstance node, Candidate candidate) {}

  /** A machine that was registered again leaves its old node behind, whose agent answers no more. */
  private static void settle(Estate estate, List<Match> matches, EdgeSink sink) {
    List<Match> answering = matches.size() == 1 ? matches : matches.stream().filter(match -> match.node.isOnline()).toList();
    if (answering.size() == 1) {
      draw(answering.getFirst(), sink);
    } else {
      matches.forEach(match -> unclear(estate, match.node, "several managed nodes fit one Azure machine: which of them it is is not known", sink));
    }
  }

  private static void unclear(Estate estate, SsmManagedInstance node, String message, EdgeSink sink) {
    sink.gap(Gaps.of(estate, node.scope(), NODES, node.id().text(), message));
  }

  private static void draw(Match match, EdgeSink sink) {
    step(match.node.id(), match.candidate.machine().id(), ONTO_MACHINE, match.candidate.proof(match.node), sink);
    step(match.candidate.machine().id(), match.node.id(), ONTO_NODE, match.candidate.proof(match.node), sink);
  }

  private static void step(ResourceId from, ResourceId to, Technique technique, Proof proof, EdgeSink sink) {
    sink.edge(Edge.of(from, to, EdgeKind.CAN_RUN_CODE, technique.id(), proof, Likelihood.EASY.cost()));
  }
}
