package io.drawbridge.edge.azure;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import java.util.List;

/**
 * Who holds a custom role and may rewrite it writes into it whatever it likes.
 *
 * <p>Rewriting asks for the right at every scope that the role may be assigned at, and is done at any one of them: only the locks over that one
 * refuse it. Source: Azure RBAC, "Azure custom roles", "Who can
 * create, delete, update, or view a custom role". <b>Not modelled:</b> roles held at management groups or only eligible; members who hold the role by
 * one group and may rewrite it by another.
 */
public final class RoleRewriting implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-role-rewrite", "rewrites a custom role that it holds", "T1098.003",
      "keep roleDefinitions/write from who holds custom roles");

  @Override
  public List<Operation> reads() {
    return AzureAuthorization.readsAnd(AzureAuthorization.DEFINITIONS, Locks.LOCKS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (RewritableRoles.Rewritable one : RewritableRoles.of(estate).all()) {
      Edge plain = Edge.of(one.holder(), ScopePowers.over(one.scope()), EdgeKind.CAN_ESCALATE_TO, TECHNIQUE.id(), one.proof(), Likelihood.EASY.cost());
      DecisionEdges.of(plain, one.decision(), one.holder()).forEach(sink::edge);
    }
  }
}
