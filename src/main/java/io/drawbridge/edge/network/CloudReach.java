package io.drawbridge.edge.network;

import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.network.CloudSides.AwsSide;
import io.drawbridge.edge.network.CloudSides.AzureSide;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Atom;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.graph.Unread;
import java.util.List;
import java.util.Optional;

/**
 * From hosts of one cloud to those of the other that packets arrive at through a VPN between the clouds, both ways.
 *
 * <p>Costs pairs of what rules and routes tell apart on both sides of a tunnel, not pairs of hosts. <b>Not modelled:</b> private
 * interconnects, of which no answer names both ends.
 */
final class CloudReach implements EdgeRule {

  private static final Operation ACLS = new Operation("ec2", "describe-network-acls");

  @Override
  public List<Operation> reads() {
    return CloudTunnels.READS;
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ReachEdges.INSIDE_VULNERABILITY, ReachEdges.INSIDE_SERVICE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<CloudTunnel> tunnels = new CloudTunnels(estate).all();
    if (tunnels.isEmpty()) {
      return;
    }
    var transit = new CloudTransit(AwsNetwork.of(estate), new TransitGateways(estate));
    var sides = new CloudSides(estate);
    var sets = new ReachSets(sink);
    for (CloudTunnel tunnel : tunnels) {
      for (AzureSide azure : sides.azure()) {
        for (AwsSide aws : sides.aws()) {
          transit.routes(tunnel, azure, aws).ifPresent(routes -> draw(estate, transit, azure, aws, routes, sets));
        }
      }
    }
  }

  private static void draw(Estate estate, CloudTransit transit, AzureSide azure, AwsSide aws, List<Evidence> routes, ReachSets sets) {
    Proof proof = Proof.of(routes).and(azure.place().unseen().proof()).and(new Proof(List.of(), unread(estate, transit, aws)));
    Condition condition = azure.place().unseen().condition().and(condition(estate, transit, aws));
    Passed into = transit.toAws(azure, aws);
    sets.open(senders(azure), proof.and(Proof.of(into.by())), condition, into.ports(), receivers(estate, aws));
    if (aws.one().sends()) {
      Passed out = transit.toAzure(azure, aws);
      sets.open(senders(aws), proof.and(Proof.of(out.by())), condition, out.ports(), receivers(estate, azure));
    }
  }

  private static boolean isUnreadable(Estate estate, AwsSide aws) {
    return estate.coverage().reading(aws.one().subnet().scope(), ACLS) == Reading.UNREADABLE;
  }

  private static List<Unread> unread(Estate estate, CloudTransit transit, AwsSide aws) {
    Optional<Unread> unread = transit.acl(aws).isPresent() || isUnreadable(estate, aws) ? Optional.empty()
        : Optional.of(new Unread(aws.one().subnet().scope(), ACLS.toString()));
    return unread.stream().toList();
  }

  private static Condition condition(Estate estate, CloudTransit transit, AwsSide aws) {
    return transit.acl(aws).isPresent() || !isUnreadable(estate, aws) ? Condition.NONE : Condition.of(new Atom(aws.one().subnet().id(), "unread:" + ACLS, "Permits",
        List.of(), false, "the subnet's network ACL, which could not be read, lets the packets pass"));
  }

  private static Senders senders(AzureSide azure) {
    return Senders.of(azure.scope(), azure.endpoints().stream().map(endpoint -> new Member(endpoint.host(), endpoint.proof())).toList());
  }

  private static Senders senders(AwsSide aws) {
    return Senders.of(aws.scope(), aws.hosts().stream().map(host -> new Member(host.id(), host.proof())).toList());
  }

  private static Receivers receivers(Estate estate, AzureSide azure) {
    return new Receivers(azure.scope(), azure.endpoints().stream().map(endpoint -> new Receivers.Receiver(endpoint.host(), endpoint.proof(),
        AzureNetwork.of(estate).flaws(endpoint.host()))).toList());
  }

  private static Receivers receivers(Estate estate, AwsSide aws) {
    return new Receivers(aws.scope(), aws.hosts().stream().map(host -> new Receivers.Receiver(host.id(), host.proof(), AwsFlaws.of(estate).of(host.id()))).toList());
  }
}
