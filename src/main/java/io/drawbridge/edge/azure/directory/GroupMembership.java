package io.drawbridge.edge.azure.directory;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ChildGaps;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.EntraGroup;
import io.drawbridge.inventory.azure.GroupMember;
import java.util.List;

/** A member has what its group has; a member that is switched off has nothing. <b>Not modelled:</b> devices as members. */
final class GroupMembership implements EdgeRule {

  private static final Operation MEMBERS = new Operation("graph", "groups-members");

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("graph", "groups"), MEMBERS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(EntraTechniques.GROUP_MEMBER);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Directory directory = Directory.of(estate);
    for (GroupMember link : estate.inventory().all(GroupMember.class)) {
      if (directory.canAct(link.member()) && !link.memberType().equals("device")) {
        sink.edge(Edge.of(link.member(), link.group(), EdgeKind.MEMBER_OF, EntraTechniques.GROUP_MEMBER.id(),
            Observed.fact(link, "/id", link.member().objectId()), Likelihood.CERTAIN.cost()));
      }
    }
    ChildGaps.of(estate, MEMBERS, estate.inventory().all(EntraGroup.class).stream().map(EntraGroup::id).toList(), "who is in the group is not known")
        .forEach(sink::gap);
  }
}
