package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.RouteTable;
import io.drawbridge.inventory.azure.DatabaseFirewallRule;
import io.drawbridge.inventory.azure.DatabaseServer;
import io.drawbridge.inventory.azure.SiteAccess;
import io.drawbridge.inventory.azure.WebApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of both clouds lets in addresses that its rules name. */
final class CloudDoors {

  private final Estate estate;
  private final List<CloudDoor> aws = new ArrayList<>();
  private final List<CloudDoor> azure = new ArrayList<>();

  CloudDoors(Estate estate) {
    this.estate = estate;
    AzureNetwork network = AzureNetwork.of(estate);
    new AzureOpenings(estate, network).found().stream().filter(opening -> !opening.isV6()
        && opening.endpoint().groupIds().stream().allMatch(id -> network.group(id).isPresent())).forEach(this::opening);
    estate.inventory().all(WebApp.class).stream().filter(site -> site.running() && !site.publicDisabled())
        .forEach(site -> estate.inventory().find(SiteAccess.class, new ArmId(site.id().text() + "/config/web")).filter(access -> !access.publicDisabled())
            .ifPresent(access -> site(site, access)));
    estate.inventory().all(DatabaseFirewallRule.class).stream().filter(rule -> !rule.letsAnyoneIn()).forEach(this::server);
    estate.inventory().all(Ec2Instance.class).stream().filter(Ec2Instance::isRunning)
        .forEach(instance -> AwsNetwork.of(estate).interfaces(instance.id().name()).forEach(attached -> instance(instance, attached)));
  }

  List<CloudDoor> aws() {
    return List.copyOf(aws);
  }

  List<CloudDoor> azure() {
    return List.copyOf(azure);
  }

  private void opening(AzureOpening opening) {
    AzurePlaces.of(estate).of(opening.endpoint()).ifPresent(place -> {
      var way = new AzureWay(place.filters().inbound(), place.routes(), opening.openWithoutGroup());
      PortSet everybody = way.fromInternet(opening.ports(), false).ports();
      List<IpBlock> blocks = place.filters().inbound().stream().flatMap(filter -> filter.blocks().stream()).toList();
      azure.add(new CloudDoor(opening.endpoint().host(), opening.endpoint().configuration().id().text() + "/allowed", IpBlock.ALL_V4, blocks,
          far -> CloudDoor.beside(way.fromAddress(far, opening.ports()), everybody), Proof.of(opening.evidence()).and(place.unseen().proof()),
          place.unseen().condition(), AzureNetwork.of(estate).flaws(opening.endpoint().host())));
    });
  }

  private void site(WebApp site, SiteAccess access) {
    AzureWay way = AzureServices.way(access);
    PortSet everybody = way.fromInternet(AzureServices.HTTPS, false).ports();
    List<IpBlock> blocks = way.filters().stream().flatMap(filter -> filter.blocks().stream()).toList();
    azure.add(new CloudDoor(site.id(), site.id().text() + "/allowed", IpBlock.ALL_V4, blocks, far -> CloudDoor.beside(way.fromAddress(far, AzureServices.HTTPS), everybody),
        Proof.of(List.of(Observed.network(site.origin(), "/properties/defaultHostName", site.hostName()))), Condition.NONE, AzureNetwork.of(estate).flaws(site.id())));
  }

  /** A rule of a server is from one address to another; of those that are no block, only one for a single address is taken. */
  private void server(DatabaseFirewallRule rule) {
    Optional<IpBlock> only = rule.first().equals(rule.last()) ? IpBlock.parse(rule.first()) : Optional.empty();
    Optional<DatabaseServer> server = estate.inventory().find(DatabaseServer.class, rule.server())
        .filter(known -> !known.network().publicDisabled() && AzureServices.PORTS.containsKey(known.type()));
    only.ifPresent(address -> server.ifPresent(known -> {
      int port = AzureServices.PORTS.getOrDefault(known.type(), 0);
      var passed = new Passed(PortSet.of(port, port), List.of(Observed.network(rule.origin(), "/properties/startIpAddress", rule.name() + " lets in " + rule.first())));
      azure.add(new CloudDoor(known.id(), rule.id().text(), IpBlock.ALL_V4, List.of(address), far -> passed, Proof.of(List.of()), Condition.NONE, List.of()));
    }));
  }

  private void instance(Ec2Instance instance, NetworkInterface attached) {
    AwsNetwork network = AwsNetwork.of(estate);
    Optional<RouteTable> table = network.routeTable(attached.subnetId());
    Optional<NetworkInterface.PublicAddress> address = attached.publicAddresses().stream().findFirst();
    if (table.isEmpty() || address.isEmpty()) {
      return;
    }
    Optional<NetworkAcl> acl = network.acl(attached.subnetId());
    PacketFilter inbound = network.filters().inbound(network.groups(attached.groupIds()));
    var way = new AwsWay(network, inbound, acl, table.get());
    PortSet everybody = way.fromInternet(false, PortSet.ALL).ports();
    AclUnseen unseen = AclUnseen.of(estate, attached.scope(), acl, instance.id());
    String scope = instance.id().account() + "/" + attached.id().name() + "/allowed";
    aws.add(new CloudDoor(instance.id(), scope, IpBlock.parse(address.get().address()).orElse(IpBlock.ALL_V4), inbound.blocks(),
        far -> CloudDoor.beside(way.from(far, PortSet.ALL), everybody),
        new Proof(List.of(Observed.network(attached.origin(), address.get().pointer(), address.get().address())), unseen.unread()), unseen.condition(),
        AwsFlaws.of(estate).of(instance.id())));
  }
}
