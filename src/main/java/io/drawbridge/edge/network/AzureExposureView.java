package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Node;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.AzureRouteTable;
import io.drawbridge.inventory.azure.AzureSubnet;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.inventory.azure.VmScaleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What in Azure the internet reaches: virtual machines and scale sets by addresses of their own, by load balancers, by application gateways,
 * and services that stand in no network.
 *
 * <p><b>Not modelled:</b> whether the machine runs, which a listing does not say; firewalls in between, whose own rules decide; Azure Virtual
 * Network Manager's admin rules.
 */
final class AzureExposureView {

  static final Operation MACHINES = new Operation("arm", "microsoft.compute/virtualmachines");
  static final Operation SCALE_SETS = new Operation("arm", "microsoft.compute/virtualmachinescalesets");
  static final Operation INTERFACES = new Operation("arm", "microsoft.network/networkinterfaces");
  static final Operation ADDRESSES = new Operation("arm", "microsoft.network/publicipaddresses");
  static final Operation GROUPS = new Operation("arm", "microsoft.network/networksecuritygroups");
  static final Operation NETWORKS = new Operation("arm", "microsoft.network/virtualnetworks");
  static final Operation ROUTE_TABLES = new Operation("arm", "microsoft.network/routetables");
  static final Operation BALANCERS = new Operation("arm", "microsoft.network/loadbalancers");
  static final Operation GATEWAYS = new Operation("arm", "microsoft.network/applicationgateways");
  static final Operation FINDINGS = new Operation("arm", "microsoft.security/assessments/subassessments");

  private final Estate estate;
  private final AzureNetwork network;
  private final List<Exposure> found = new ArrayList<>();
  private final List<CoverageGap> gaps = new ArrayList<>();

  private AzureExposureView(Estate estate) {
    this.estate = estate;
    network = AzureNetwork.of(estate);
    var openings = new AzureOpenings(estate, network);
    openings.unknownAddresses().stream().sorted()
        .forEach(id -> gap(ADDRESSES, id, "whether the public address is open without a network security group is not known"));
    openings.found().forEach(this::reach);
    new AzureProxies(estate, network).found().forEach(this::reach);
    found.addAll(new AzureServices(estate).found());
  }

  static AzureExposureView of(Estate estate) {
    return estate.view(AzureExposureView.class, AzureExposureView::new);
  }

  Exposures exposures() {
    return new Exposures(found, gaps);
  }

  private void reach(AzureOpening opening) {
    AzureEndpoint endpoint = opening.endpoint();
    Optional<List<PacketFilter>> filters = filters(opening);
    if (filters.isEmpty()) {
      return;
    }
    var unseen = new AzureUnseen(estate, endpoint.host());
    Optional<AzureRouteTable> routes = routes(endpoint, unseen);
    Passed arriving = new AzureWay(filters.get(), routes, opening.openWithoutGroup()).fromInternet(opening.ports(), opening.isV6());
    if (!arriving.isNothing()) {
      List<Evidence> evidence = new ArrayList<>(arriving.by());
      evidence.addAll(opening.evidence());
      found.add(new Exposure(node(endpoint.host()), arriving.ports(), Proof.of(evidence).and(unseen.proof()), unseen.condition(), network.flaws(endpoint.host())));
    }
  }

  /** From the internet to the gateway, and from its subnet to the backend. */
  private void reach(AzureProxies.Proxied proxied) {
    AzurePlaces places = AzurePlaces.of(estate);
    Optional<AzurePlace> gateway = places.of(proxied.subnet());
    Optional<AzurePlace> backend = places.of(proxied.backend());
    if (gateway.isEmpty() || backend.isEmpty()) {
      return;
    }
    AzurePlace near = gateway.get();
    Passed asked = new AzureWay(near.filters().inbound(), near.routes(), proxied.evidence().stream().findFirst())
        .fromInternet(PortSet.of(proxied.listens(), proxied.listens()), proxied.isV6());
    Passed sent = new AzurePairs(AzureConnected.of(estate)).between(near, backend.get(), proxied.ports());
    if (!asked.isNothing() && !sent.isNothing()) {
      ArmId host = proxied.backend().host();
      Proof proof = Proof.of(asked.by()).and(Proof.of(sent.by())).and(Proof.of(proxied.evidence())).and(near.unseen().proof()).and(backend.get().unseen().proof());
      found.add(new Exposure(node(host), sent.ports(), proof, near.unseen().condition().and(backend.get().unseen().condition()), network.flaws(host)));
    }
  }

  /** What a packet must pass; nothing when a group that may have to open the port was not read. */
  private Optional<List<PacketFilter>> filters(AzureOpening opening) {
    AzureEndpoint endpoint = opening.endpoint();
    if (endpoint.subnet().isEmpty() && endpoint.groupIds().isEmpty() && opening.openWithoutGroup().isEmpty()) {
      gap(NETWORKS, endpoint.subnetId(), "whether the subnet has a network security group that opens the address is not known");
      return Optional.empty();
    }
    List<PacketFilter> filters = new ArrayList<>();
    for (ArmId id : endpoint.groupIds()) {
      network.group(id).ifPresentOrElse(group -> {
        filters.add(network.filters().inbound(group, endpoint.named()));
        AzureFilters.servicesLetIn(group).forEach(tag -> gap(GROUPS, id, "whose machines speak from the service tag `" + tag + "`, which the group lets in, is not known"));
      }, () -> gap(GROUPS, id, "which ports the network security group opens is not known"));
    }
    return filters.size() == endpoint.groupIds().size() ? Optional.of(filters) : Optional.empty();
  }

  private Optional<AzureRouteTable> routes(AzureEndpoint endpoint, AzureUnseen unseen) {
    if (endpoint.subnet().isEmpty()) {
      unseen.add(NETWORKS, endpoint.subnetId(), "the subnet's network security group and routes");
    }
    Optional<ArmId> id = endpoint.subnet().flatMap(AzureSubnet::routeTable);
    Optional<AzureRouteTable> table = id.flatMap(network::routes);
    id.filter(known -> table.isEmpty()).ifPresent(known -> unseen.add(ROUTE_TABLES, known, "the subnet's route table"));
    return table;
  }

  private Node node(ArmId host) {
    Optional<String> name = estate.inventory().find(VirtualMachine.class, host).map(VirtualMachine::name)
        .or(() -> estate.inventory().find(VmScaleSet.class, host).map(VmScaleSet::name));
    return Node.of(host, ArmTypes.kind(host), name.orElse(host.name()), AzureUnseen.scope(host));
  }

  private void gap(Operation operation, ArmId id, String message) {
    gaps.add(Gaps.of(estate, AzureUnseen.scope(id), operation, id.text(), message));
  }
}
