package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet;
import io.drawbridge.edge.CapabilitySets;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.DirectoryRoles.Holding;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which administrators reset whose passwords and other credentials, and so sign in as them.
 *
 * <p>Source: Microsoft Entra, "Privileged roles and permissions", who can reset passwords. <b>Not modelled:</b> synchronised users, whose
 * passwords are written back only where that is set up; sign-in methods that policies do not allow; custom roles.
 */
final class CredentialReset implements EdgeRule {

    @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "users"), new Operation("graph", "roleAssignments"), new Operation("graph", "groups"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.CREDENTIAL_RESET);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var sets = new CapabilitySets(sink);
    ResettableUsers users = ResettableUsers.of(estate);
    SortedMap<EntraId, Holding> wide = new TreeMap<>();
    for (Holding holding : DirectoryRoles.of(estate).holdings()) {
      if (holding.isTenantWide()) {
        wide.putIfAbsent(holding.role(), holding);
      } else if (holding.isWithinUnit() && Directory.of(estate).canAct(holding.principal())) {
        connect(holding.principal(), holding, users.inUnit(holding.role(), holding.limit()), DirectoryRoleHolding.decision(holding), sets);
      }
    }
    wide.forEach((role, holding) -> connect(role, holding, users.inTenant(role), new Decision.Allowed(List.of()), sets));
  }

  private static void connect(EntraId from, Holding holding, CapabilitySet users, Decision decision, CapabilitySets sets) {
    Proof proof = Observed.grant(holding.record(), "/roleDefinitionId", holding.role().objectId());
    sets.connect(Edge.of(from, users.id(), EdgeKind.CAN_ADD_CREDENTIAL, EntraTechniques.CREDENTIAL_RESET.id(), proof, Likelihood.LIKELY.cost()), decision, from, users);
  }
}
