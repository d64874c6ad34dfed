package io.drawbridge.edge.azure.directory;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.directory.DirectoryRoles.Holding;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import java.util.List;

/** Who holds a directory role over the whole tenant, or may activate it. */
public final class DirectoryRoleHolding implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "roleAssignments"), new Operation("graph", "roleEligibilityScheduleInstances"),
        Activations.POLICIES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.DIRECTORY_ROLE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (holding.isTenantWide() && Directory.of(estate).canAct(holding.principal())) {
        Edge plain = Edge.of(holding.principal(), holding.role(), EdgeKind.HAS_ROLE, EntraTechniques.DIRECTORY_ROLE.id(),
            proof(estate, holding), Likelihood.CERTAIN.cost());
        DecisionEdges.of(plain, Activations.of(estate).decision(holding), holding.principal()).forEach(sink::edge);
      }
    }
  }

  /** When a holding counts: a role that must be activated first is a condition. */
  public static Decision decision(Estate estate, Holding holding) {
    return Activations.of(estate).decision(holding);
  }

  /** What says that it does. */
  public static Proof proof(Estate estate, Holding holding) {
    return Observed.grant(holding.record(), "/roleDefinitionId", holding.role().objectId()).and(Activations.of(estate).side(holding));
  }
}
