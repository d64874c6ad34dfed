package io.drawbridge.edge.network;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.network.CloudSpeakers.Speakers;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import java.util.List;
import java.util.Map;

/**
 * From hosts of one cloud to what in the other lets in the public addresses that they speak from, and does not let in everybody.
 *
 * <p>Such a list takes away the control of the network and no other: what it leads to is reached, as by any neighbour. <b>Not modelled:</b>
 * addresses in policies of buckets, queues and domains and in the firewalls of stores, where a permission is asked for as well and the
 * address is a condition of the edge that the permission gives; ranges of addresses in firewalls of database servers; IPv6.
 */
final class CloudAllowLists implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("ec2", "describe-nat-gateways"), new Operation("arm", "microsoft.network/natgateways"),
        new Operation("arm", "microsoft.network/publicipprefixes"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ReachEdges.INSIDE_VULNERABILITY, ReachEdges.INSIDE_SERVICE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var speakers = new CloudSpeakers(estate);
    var doors = new CloudDoors(estate);
    var sets = new ReachSets(sink);
    doors.azure().forEach(door -> draw(door, speakers, true, sets));
    doors.aws().forEach(door -> draw(door, speakers, false, sets));
  }

  private static void draw(CloudDoor door, CloudSpeakers speakers, boolean fromAws, ReachSets sets) {
    for (IpBlock block : door.blocks()) {
      for (Map.Entry<IpBlock, Speakers> speaking : speakers.in(block, fromAws)) {
        Passed let = door.lets().apply(speaking.getKey());
        Passed sent = speaking.getValue().to(door.address());
        sets.open(speaking.getValue().senders(), Proof.of(let.by()).and(Proof.of(sent.by())), speaking.getValue().condition().and(door.condition()),
            let.ports().intersect(sent.ports()), door.receivers());
      }
    }
  }
}
