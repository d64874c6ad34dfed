package io.drawbridge.edge.network;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Technique;
import java.util.List;

/** From machines and scale sets in virtual networks to those that their packets arrive at, by sets of senders and receivers. */
final class AzureReach implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(AzureExposureView.MACHINES, AzureExposureView.SCALE_SETS, AzureExposureView.INTERFACES, AzureExposureView.GROUPS, AzureExposureView.NETWORKS,
        AzureExposureView.ROUTE_TABLES);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ReachEdges.INSIDE_VULNERABILITY, ReachEdges.INSIDE_SERVICE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AzurePlaces places = AzurePlaces.of(estate);
    places.gaps().forEach(sink::gap);
    var senders = new AzureSenders(places.all(), AzureConnected.of(estate));
    AzureNetwork network = AzureNetwork.of(estate);
    var sets = new ReachSets(sink);
    for (AzurePlace to : places.all()) {
      Receivers receivers = receivers(to, network);
      senders.reaching(to).forEach(group -> sets.open(group.senders(), group.proof(), group.condition(), group.ports(), receivers));
    }
  }

  private static Receivers receivers(AzurePlace place, AzureNetwork network) {
    return new Receivers(place.scope(), place.endpoints().stream().map(endpoint -> new Receivers.Receiver(endpoint.host(),
        endpoint.proof(), network.flaws(endpoint.host()))).toList());
  }
}
