package io.drawbridge.edge.network;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.PrivateEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * From machines and scale sets in virtual networks to those that their packets arrive at, and to apps and database servers by private
 * endpoints; by sets of senders and receivers.
 *
 * <p>Source: learn.microsoft.com, "Manage network policies for private endpoints". <b>Not modelled:</b> apps that are integrated in a network, as
 * senders; private endpoints of stores, whose data is asked for by a permission that says itself from where; the narrow routes that private
 * endpoints bring, which go before a user's.
 */
final class AzureReach implements EdgeRule {

  private static final Operation ENDPOINTS = new Operation("arm", "microsoft.network/privateendpoints");

  @Override
  public List<Operation> reads() {
    return List.of(AzureExposureView.MACHINES, AzureExposureView.SCALE_SETS, AzureExposureView.INTERFACES, AzureExposureView.GROUPS, AzureExposureView.NETWORKS,
        AzureExposureView.ROUTE_TABLES, ENDPOINTS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ReachEdges.INSIDE_VULNERABILITY, ReachEdges.INSIDE_SERVICE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AzurePlaces places = AzurePlaces.of(estate);
    places.gaps().forEach(sink::gap);
    var senders = new AzureSenders(places, AzureConnected.of(estate));
    AzureNetwork network = AzureNetwork.of(estate);
    var sets = new ReachSets(sink);
    for (AzurePlace to : places.all()) {
      Receivers receivers = receivers(to, network);
      senders.reaching(to).forEach(group -> sets.open(group.senders(), group.proof(), group.condition(), group.ports(), receivers));
    }
    estate.inventory().all(PrivateEndpoint.class).forEach(endpoint -> service(estate, endpoint, senders, sets));
  }

  /** Services by their private endpoints, at their own ports. */
  private static void service(Estate estate, PrivateEndpoint endpoint, AzureSenders senders, ReachSets sets) {
    for (PrivateEndpoint.Connection connection : endpoint.connections()) {
      Optional<PortSet> port = connection.isApproved() ? AzureServices.port(estate, connection.service()) : Optional.empty();
      Optional<AzurePlace> place = port.flatMap(known -> AzurePlaces.of(estate).of(endpoint));
      place.ifPresent(to -> {
        Proof proof = Proof.of(List.of(Observed.network(endpoint.origin(), connection.pointer(), endpoint.name() + " for " + connection.service().name())));
        var receivers = new Receivers(endpoint.id().text() + "/" + connection.service().name(),
            List.of(new Receivers.Receiver(connection.service(), proof, AzureNetwork.of(estate).flaws(connection.service()))));
        senders.reaching(to).forEach(group -> sets.open(group.senders(), group.proof(), group.condition(), group.ports().intersect(port.get()), receivers));
      });
    }
  }

  private static Receivers receivers(AzurePlace place, AzureNetwork network) {
    return new Receivers(place.scope(), place.endpoints().stream().map(endpoint -> new Receivers.Receiver(endpoint.host(),
        endpoint.proof(), network.flaws(endpoint.host()))).toList());
  }
}
