package io.drawbridge.edge.azure.directory;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.InForce;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.GroupEligibility;
import java.util.List;

/**
 * Who may activate a membership or an ownership of a group by Privileged Identity Management.
 *
 * <p>It manages no dynamic or synchronised groups, nor those in units with restricted management. Source: Microsoft Entra, "Privileged
 * Identity Management for Groups".
 */
final class GroupActivation implements EdgeRule {

  private static final Operation ELIGIBILITIES = new Operation("graph", "privilegedAccess-group-eligibilityScheduleInstances");

  @Override
  public List<Operation> reads() {
    return List.of(ELIGIBILITIES, Activations.POLICIES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.GROUP_ACTIVATION);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Directory directory = Directory.of(estate);
    for (GroupEligibility link : estate.inventory().all(GroupEligibility.class)) {
      boolean managed = estate.inventory().find(EntraGroup.class, link.group()).filter(CredentialTargets::takesMembers).isPresent()
          && !TenantSets.of(estate).isRestricted(link.group());
      if (managed && directory.canAct(link.principal()) && InForce.of(estate).holds(link.origin(), link.term())) {
        draw(estate, link, sink);
      }
    }
  }

  private static void draw(Estate estate, GroupEligibility link, EdgeSink sink) {
    Activations activations = Activations.of(estate);
    String access = link.owner() ? "owner" : "member";
    String tenant = link.group().tenant();
    Proof proof = Observed.grant(link, "/principalId", link.principal().objectId()).and(activations.side(tenant, link.group().objectId(), access));
    Edge plain = Edge.of(link.principal(), link.group(), link.owner() ? EdgeKind.CAN_ADD_MEMBER : EdgeKind.MEMBER_OF,
        EntraTechniques.GROUP_ACTIVATION.id(), proof, Likelihood.EASY.cost());
    DecisionEdges.of(plain, activations.ofGroup(tenant, link.group().objectId(), access), link.principal()).forEach(sink::edge);
  }
}
