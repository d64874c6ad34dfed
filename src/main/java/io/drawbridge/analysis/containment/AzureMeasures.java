package io.drawbridge.analysis.containment;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.Rows;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.NodeKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Virtual machines, and access policies of vaults that go by them.
 *
 * <p>A vault in access-policy mode has one policy for each principal, so taking it away cuts what the principal itself reads; what it
 * reads as a member of a group is another edge. Source: Azure CLI reference, vm deallocate, keyvault delete-policy.
 */
final class AzureMeasures implements MeasureRule {

  private static final Set<EdgeKind> NETWORK = Set.of(EdgeKind.CAN_REACH, EdgeKind.CAN_REACH_SERVICE);
  private static final Set<EdgeKind> RUNNING = EnumSet.of(EdgeKind.CAN_REACH, EdgeKind.CAN_REACH_SERVICE, EdgeKind.RUNS_AS);
  private static final String VAULTS = "arm:microsoft.keyvault/vaults";

  @Override
  public void propose(Site site, Consumer<Measure> measures) {
    if (site.fromKind() == NodeKind.VIRTUAL_MACHINE && RUNNING.contains(site.kind())) {
      measures.accept(stop(site.from(), site.image().idText(site.from())));
    }
    if (site.toKind() == NodeKind.VIRTUAL_MACHINE && NETWORK.contains(site.kind())) {
      measures.accept(stop(site.to(), site.image().idText(site.to())));
    }
    if (site.kind() == EdgeKind.CAN_READ_SECRET && site.image().id(site.from()) instanceof EntraId principal) {
      policyVault(site.image(), site.index()).ifPresent(vault -> measures.accept(removePolicy(site, principal, vault)));
    }
  }

  private static Measure stop(int node, String machine) {
    var runbook = new Runbook(List.of(Command.of("az", "vm", "deallocate", "--ids", machine)),
        List.of("Microsoft.Compute/virtualMachines/deallocate/action", "Microsoft.Compute/virtualMachines/start/action"),
        List.of(Command.of("az", "vm", "start", "--ids", machine)));
    return new Measure(ContainmentAction.STOP_VIRTUAL_MACHINE, node, "",
        List.of(new Cut.OutOf(node, RUNNING), new Cut.Into(node, NETWORK)), false, runbook,
        List.of("the memory and snapshots of the disks of " + machine, "flow logs of its network"));
  }

  private static Measure removePolicy(Site site, EntraId principal, ArmId vault) {
    String saved = "access-policies-of-" + vault.name() + ".json";
    String policies = GraphCommands.ARM + vault.text() + "/accessPolicies/add?api-version=2023-07-01";
    var runbook = new Runbook(
        List.of(Command.of("az", "keyvault", "delete-policy", "--name", vault.name(), "--object-id", principal.objectId())),
        List.of("Microsoft.KeyVault/vaults/read", "Microsoft.KeyVault/vaults/accessPolicies/write"),
        List.of(GraphCommands.call("PUT", policies, "@" + saved)));
    return new Measure(ContainmentAction.REMOVE_VAULT_ACCESS_POLICY, site.from(), vault.text(),
        List.of(new Cut.Chosen(readBy(site.image(), site.from(), vault))), false, runbook,
        List.of("the policy, for the way back: the entry of " + principal.objectId() + " in `az keyvault show --name " + vault.name()
            + " --query properties.accessPolicies`, as {\"properties\":{\"accessPolicies\":[…]}}, into " + saved));
  }

  private static Set<Integer> readBy(Image image, int principal, ArmId vault) {
    Set<Integer> edges = new HashSet<>();
    Rows out = image.forward();
    for (int row = out.start(principal); row < out.end(principal); row++) {
      boolean read = image.edgeKind(out.edge(row)) == EdgeKind.CAN_READ_SECRET;
      if (read && policyVault(image, out.edge(row)).filter(vault::equals).isPresent()) {
        edges.add(out.edge(row));
      }
    }
    return edges;
  }

  /** The one vault whose access policies alone grant the edge. */
  private static Optional<ArmId> policyVault(Image image, int edge) {
    List<Evidence> grants =
        image.edge(edge).proof().evidence().stream().filter(item -> item.side() == Evidence.Side.GRANT).toList();
    boolean byPolicy = !grants.isEmpty() && grants.stream().allMatch(grant -> grant.statement().document().kind().equals(VAULTS)
        && grant.statement().pointer().toLowerCase(Locale.ROOT).contains("accesspolicies"));
    List<String> vaults = grants.stream().map(grant -> grant.statement().document().id()).distinct().toList();
    return byPolicy && vaults.size() == 1 && vaults.getFirst().startsWith("/") ? Optional.of(new ArmId(vaults.getFirst())) : Optional.empty();
  }
}
