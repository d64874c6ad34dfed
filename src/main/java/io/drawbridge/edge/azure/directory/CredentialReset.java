package io.drawbridge.edge.azure.directory;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySets;
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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which administrators reset whose passwords and other credentials, and so sign in as them.
 *
 * <p>Source: Microsoft Entra, "Privileged roles and permissions", who can reset passwords. What Conditional Access
 * asks of the user's sign-in is in {@link SignInConditions}. <b>Not modelled:</b> sign-in methods that policies do not allow.
 */
final class CredentialReset implements EdgeRule {

    @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "users"), new Operation("graph", "roleAssignments"), new Operation("graph", "groups"), SignInConditions.POLICIES);
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
    for (Holding holding : DirectoryRoles.of(estate).everywhere()) {
      if (holding.isTenantWide()) {
        wide.putIfAbsent(holding.role(), holding);
      } else if (holding.isWithinUnit() && Directory.of(estate).canAct(holding.principal())) {
        connect(estate, holding.principal(), holding, users.inUnit(holding.role(), holding.limit()), sets);
      }
    }
    wide.forEach((role, holding) -> {
      Edge plain = edge(role, Observed.grant(holding.record(), "/roleDefinitionId", role.objectId()));
      SignIns.of(estate).connect(plain, users.inTenant(role), new Decision.Allowed(List.of()), role.tenant(), sets);
    });
  }

  private static void connect(Estate estate, EntraId from, Holding holding, List<SignIns.Share> users, CapabilitySets sets) {
    Activations activations = Activations.of(estate);
    Proof proof = Observed.grant(holding.record(), "/roleDefinitionId", holding.role().objectId()).and(activations.side(holding));
    SignIns.of(estate).connect(edge(from, proof), users, activations.decision(holding), from.tenant(), sets);
  }

  /** Ends where it begins until it is drawn to each share. */
  private static Edge edge(EntraId from, Proof proof) {
    return Edge.of(from, from, EdgeKind.CAN_ADD_CREDENTIAL, EntraTechniques.CREDENTIAL_RESET.id(), proof, Likelihood.LIKELY.cost());
  }
}
