package io.drawbridge.edge.network;

import io.drawbridge.edge.Estate;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.inventory.aws.NetworkAcl;
import io.drawbridge.inventory.aws.RouteTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Hosts of both clouds by what rules and routes of either cloud tell apart. */
final class CloudSides {

  private static final int HASH_DIGITS = 16;

  private final BlockIndex spoken;
  private final List<AwsSide> aws = new ArrayList<>();
  private final List<AzureSide> azure = new ArrayList<>();

  /**
   * Hosts of AWS in one subnet, in the same security groups.
   *
   * @param scope names them within the estate
   */
  record AwsSide(String scope, List<AwsHost> hosts) {
    AwsSide {
      hosts = List.copyOf(hosts);
    }

    AwsHost one() {
      return hosts.getFirst();
    }
  }

  /** Hosts of Azure at one place. */
  record AzureSide(String scope, AzurePlace place, List<AzureEndpoint> endpoints) {
    AzureSide {
      endpoints = List.copyOf(endpoints);
    }

    IpBlock address() {
      return endpoints.getFirst().address().orElse(place.address());
    }
  }

  CloudSides(Estate estate) {
    AwsNetwork network = AwsNetwork.of(estate);
    List<AwsHost> hosts = AwsHosts.of(estate).all().stream().filter(host -> !host.address().isV6()).toList();
    AzurePlaces places = AzurePlaces.of(estate);
    Set<IpBlock> blocks = new HashSet<>(places.blocks());
    hosts.stream().map(AwsHost::groups).distinct().forEach(groups -> {
      blocks.addAll(network.filters().inbound(groups).blocks());
      blocks.addAll(network.filters().outbound(groups).blocks());
    });
    for (NetworkAcl acl : estate.inventory().all(NetworkAcl.class)) {
      acl.entries().forEach(entry -> blocks.addAll(network.blocks(entry.cidr())));
    }
    estate.inventory().all(RouteTable.class).stream().flatMap(table -> table.routes().stream()).forEach(route -> blocks.addAll(network.blocks(route.destination())));
    spoken = new BlockIndex(blocks);
    SortedMap<String, List<AwsHost>> bySide = new TreeMap<>();
    hosts.forEach(host -> bySide.computeIfAbsent(scope(host), none -> new ArrayList<>()).add(host));
    bySide.forEach((scope, here) -> aws.add(new AwsSide(scope, here)));
    places.all().stream().filter(place -> !place.address().isV6()).forEach(this::split);
  }

  List<AwsSide> aws() {
    return List.copyOf(aws);
  }

  List<AzureSide> azure() {
    return List.copyOf(azure);
  }

  private String block(IpBlock address) {
    return spoken.closest(address).map(IpBlock::toString).orElse("");
  }

  private String scope(AwsHost host) {
    String name = host.subnet().id().name();
    return host.subnet().id().account() + "/" + host.vpc() + "/" + name + "/"
        + hash(new TreeSet<>(host.groupIds()) + " " + block(host.address()) + " " + host.sends() + " " + host.receives());
  }

  private void split(AzurePlace place) {
    SortedMap<String, List<AzureEndpoint>> parts = new TreeMap<>();
    place.endpoints().forEach(endpoint -> parts.computeIfAbsent(block(endpoint.address().orElse(place.address())), none -> new ArrayList<>()).add(endpoint));
    for (Map.Entry<String, List<AzureEndpoint>> part : parts.entrySet()) {
      azure.add(new AzureSide(place.scope() + "/" + hash(part.getKey()), place, part.getValue()));
    }
  }

  private static String hash(String text) {
    var hash = new ContentHash();
    hash.add(text);
    return "side-" + hash.hex().substring(0, HASH_DIGITS);
  }
}
