package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.NatGateway;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.NetworkInterface;
import io.drawbridge.inventory.aws.RouteTable;
import io.drawbridge.inventory.azure.AzureRouteTable.Route;
import io.drawbridge.inventory.azure.AzureSubnet;
import io.drawbridge.inventory.azure.PublicIpAddress;
import io.drawbridge.inventory.azure.PublicIpPrefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Who speaks to the internet from which public IPv4 address: from its own, or from that of the NAT gateway behind which its subnet lies.
 *
 * <p>Sources: Amazon VPC User Guide, "NAT gateways"; learn.microsoft.com, "Azure NAT Gateway" (which goes before a machine's own address).
 * <b>Not modelled:</b> addresses that load balancers of Azure lend to backends; firewalls; addresses that services share.
 */
final class CloudSpeakers {

  private static final int HASH_DIGITS = 16;

  private final Estate estate;
  private final AwsNetwork network;
  private final Map<String, List<IpBlock>> natOfAws = new HashMap<>();
  private final NavigableMap<IpBlock, Map<String, Speakers>> aws = new TreeMap<>();
  private final NavigableMap<IpBlock, Map<String, Speakers>> azure = new TreeMap<>();

  /** What an own filter lets out to an address, if answers come back. */
  private interface Outbound {
    Passed to(IpBlock far);
  }

  /**
   * Hosts that speak from one address and whose own filters are the same.
   *
   * @param hosts grows while the estate is read
   * @param condition what filters that could not be read leave open
   */
  record Speakers(String scope, List<Member> hosts, Evidence evidence, Condition condition, Outbound outbound) {
    Passed to(IpBlock far) {
      return outbound.to(far).because(List.of(evidence));
    }

    Senders senders() {
      return Senders.of(scope, hosts);
    }
  }

  CloudSpeakers(Estate estate) {
    this.estate = estate;
    network = AwsNetwork.of(estate);
    estate.inventory().all(NatGateway.class).stream().filter(gateway -> gateway.state().equals("available"))
        .forEach(gateway -> natOfAws.put(gateway.id().name(), blocks(gateway.publicAddresses())));
    AwsHosts.of(estate).all().stream().filter(host -> host.sends() && !host.address().isV6()).forEach(this::ofAws);
    AzurePlaces.of(estate).all().stream().filter(place -> !place.address().isV6()).forEach(place -> place.endpoints().forEach(endpoint -> ofAzure(place, endpoint)));
  }

  /** Those of a cloud whose address is in a block, by address. */
  List<Map.Entry<IpBlock, Speakers>> in(IpBlock block, boolean ofAws) {
    List<Map.Entry<IpBlock, Speakers>> found = new ArrayList<>();
    for (Map.Entry<IpBlock, Map<String, Speakers>> entry : (ofAws ? aws : azure).tailMap(new IpBlock(block.isV6(), block.high(), block.low(), 0), true).entrySet()) {
      if (!block.contains(entry.getKey())) {
        break;
      }
      entry.getValue().values().forEach(speakers -> found.add(Map.entry(entry.getKey(), speakers)));
    }
    return found;
  }

  private static List<IpBlock> blocks(List<String> texts) {
    return texts.stream().flatMap(text -> IpBlock.parse(text).stream()).toList();
  }

  private void ofAws(AwsHost host) {
    String subnet = host.subnet().id().name();
    Optional<RouteTable> table = network.routeTable(subnet);
    Optional<RouteTable.Route> out = table.flatMap(known -> network.route(known, IpBlock.ALL_V4)).filter(RouteTable.Route::active);
    if (table.isEmpty() || out.isEmpty()) {
      return;
    }
    Evidence route = Observed.network(table.get().origin(), out.get().pointer(), out.get().destination() + " to " + out.get().target());
    List<IpBlock> addresses = out.get().target().startsWith("igw-") ? own(host) : natOfAws.getOrDefault(out.get().target(), List.of());
    Optional<NetworkAcl> acl = network.acl(subnet);
    String name = host.subnet().id().account() + "/" + host.vpc() + "/" + subnet + "/" + hash(new TreeSet<>(host.groupIds()).toString());
    AclUnseen unseen = AclUnseen.of(estate, host.subnet().scope(), acl, host.subnet().id());
    var member = new Member(host.id(), host.proof().and(new Proof(List.of(), unseen.unread())));
    addresses.forEach(address -> add(aws, address, name, member, scope -> new Speakers(scope, new ArrayList<>(), route, unseen.condition(), far -> leavesAws(host, acl, far))));
  }

  /** The public addresses of the interface that has the host's private one. */
  private List<IpBlock> own(AwsHost host) {
    return estate.inventory().find(Ec2Instance.class, host.id()).stream().flatMap(instance -> network.interfaces(instance.id().name()).stream())
        .filter(attached -> attached.addresses().stream().anyMatch(address -> IpBlock.parse(address.address()).filter(host.address()::equals).isPresent()))
        .flatMap(attached -> attached.publicAddresses().stream()).map(NetworkInterface.PublicAddress::address).flatMap(text -> IpBlock.parse(text).stream()).toList();
  }

  private Passed leavesAws(AwsHost host, Optional<NetworkAcl> acl, IpBlock far) {
    Peer to = Peer.at(far);
    Passed sent = host.isOpenOutbound() ? new Passed(PortSet.ALL, List.of()) : network.filters().outbound(host.groups()).pass(to, Protocol.TCP, PortSet.ALL);
    Passed left = acl.map(list -> network.filters().egress(list).pass(to, Protocol.TCP, sent.ports())).orElse(new Passed(sent.ports(), List.of()));
    Passed answered = acl.map(list -> network.filters().ingress(list).pass(to, Protocol.TCP, AwsWay.EPHEMERAL)).orElse(new Passed(AwsWay.EPHEMERAL, List.of()));
    return left.isNothing() || answered.isNothing() ? Passed.NOTHING : left.because(sent.by()).because(answered.by());
  }

  private void ofAzure(AzurePlace place, AzureEndpoint endpoint) {
    Optional<Route> out = place.routes().flatMap(table -> AzureWay.route(table, IpBlock.ALL_V4));
    if (out.filter(route -> !route.nextHopType().equalsIgnoreCase("Internet")).isPresent()) {
      return;
    }
    Optional<ArmId> nat = endpoint.subnet().flatMap(AzureSubnet::natGateway);
    List<IpBlock> addresses = nat.isPresent() ? nat.flatMap(id -> estate.inventory().find(io.drawbridge.inventory.azure.NatGateway.class, id)).map(this::addresses).orElse(List.of())
        : endpoint.configuration().publicAddress().flatMap(this::address).stream().toList();
    Evidence evidence = endpoint.evidence(nat.map(id -> "behind the NAT gateway " + id.name()).orElse("a public address of its own"));
    var member = new Member(endpoint.host(), endpoint.proof().and(place.unseen().proof()));
    addresses.forEach(address -> add(azure, address, place.scope(), member, scope -> new Speakers(scope, new ArrayList<>(), evidence, place.unseen().condition(),
        far -> AzurePairs.leaving(place, new Peer(far, Set.of(AzureFilters.INTERNET))))));
  }

  private List<IpBlock> addresses(io.drawbridge.inventory.azure.NatGateway gateway) {
    List<IpBlock> all = new ArrayList<>();
    gateway.publicAddresses().forEach(id -> address(id).ifPresent(all::add));
    gateway.publicPrefixes().forEach(id -> estate.inventory().find(PublicIpPrefix.class, id).flatMap(prefix -> IpBlock.parse(prefix.block())).ifPresent(all::add));
    return all;
  }

  private Optional<IpBlock> address(ArmId id) {
    return estate.inventory().find(PublicIpAddress.class, id).flatMap(address -> IpBlock.parse(address.address())).filter(block -> !block.isV6());
  }

  private static void add(NavigableMap<IpBlock, Map<String, Speakers>> all, IpBlock address, String name, Member host, Function<String, Speakers> make) {
    all.computeIfAbsent(address, none -> new TreeMap<>()).computeIfAbsent(name + "/from-" + hash(address.toString()), make).hosts.add(host);
  }

  private static String hash(String text) {
    var hash = new ContentHash();
    hash.add(text);
    return hash.hex().substring(0, HASH_DIGITS);
  }
}
