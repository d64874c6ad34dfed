package io.drawbridge.edge.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.network.RandomVirtualNetworks.Host;
import io.drawbridge.edge.network.RandomVirtualNetworks.Route;
import io.drawbridge.edge.network.RandomVirtualNetworks.Rule;
import io.drawbridge.edge.network.RandomVirtualNetworks.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expanding every set of senders and receivers gives what following single packets between every pair of machines gives (DESIGN §2). */
class AzureReachLawTest {

  private static final int SEEDS = Integer.getInteger("drawbridge.laws", 200) / 4;
  private static final int[] PORTS = {21, 22, 80, 443, 444, 1024, 3000, 3001};

  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  static IntStream furtherSeeds() {
    return IntStream.range(10_000, 12_000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void expandingSetsEqualsFollowingEveryPacket(int seed) {
    var networks = new RandomVirtualNetworks(seed);
    assertThat(expanded(networks)).as("seed %d", seed).isEqualTo(naive(networks));
  }

  @ParameterizedTest
  @MethodSource("furtherSeeds")
  @Tag("full")
  void expandingSetsEqualsFollowingEveryPacketOfFurtherNetworks(int seed) {
    expandingSetsEqualsFollowingEveryPacket(seed);
  }

  @Test
  void theLawSpeaksOfReachWithinAndBetweenNetworks() {
    List<String> reached = seeds().boxed().flatMap(seed -> {
      var networks = new RandomVirtualNetworks(seed);
      Map<String, Integer> place = networks.hosts.stream().collect(Collectors.toMap(Host::name, host -> host.zone().network()));
      return naive(networks).stream().map(text -> Objects.equals(place.get(text.split(" ", -1)[0]), place.get(text.split(" ", -1)[1])) ? "within" : "between");
    }).toList();
    assertThat(reached.stream().filter("within"::equals)).hasSizeGreaterThan(5 * SEEDS);
    assertThat(reached.stream().filter("between"::equals)).hasSizeGreaterThan(5 * SEEDS);
  }

  private static Set<String> expanded(RandomVirtualNetworks networks) {
    return ExpandedReach.of(Derivation.of(networks.estate(), List.of(), List.of(new AzureReach())).graph().edges(), PORTS);
  }

  private static Set<String> naive(RandomVirtualNetworks networks) {
    Set<String> reached = new TreeSet<>();
    for (Host from : networks.hosts) {
      for (Host to : networks.hosts) {
        for (int port : PORTS) {
          if (!from.equals(to) && gets(networks, from, to, port)) {
            reached.add(from.name() + " " + to.name() + " " + port);
          }
        }
      }
    }
    return reached;
  }

  private static boolean gets(RandomVirtualNetworks networks, Host from, Host to, int port) {
    int near = from.zone().network();
    int far = to.zone().network();
    boolean joined = near == far || networks.peerings.stream().anyMatch(peering -> peering.near() == near && peering.far() == far);
    return joined && delivers(networks, from.zone(), to.address()) && delivers(networks, to.zone(), from.address())
        && lets(from.rules(), false, from, to, tagged(networks, near, far), port) && lets(from.zone().rules(), false, from, to, tagged(networks, near, far), port)
        && lets(to.zone().rules(), true, to, from, tagged(networks, far, near), port) && lets(to.rules(), true, to, from, tagged(networks, far, near), port);
  }

  private static boolean tagged(RandomVirtualNetworks networks, int near, int far) {
    return near == far || networks.peerings.stream().anyMatch(peering -> peering.near() == near && peering.far() == far && peering.access());
  }

  private static boolean lets(Optional<List<Rule>> rules, boolean inbound, Host own, Host peer, boolean tagged, int port) {
    return rules.isEmpty() || rules.get().stream().sorted(Comparator.comparingInt(Rule::priority))
        .filter(rule -> rule.inbound() == inbound && rule.first() <= port && port <= rule.last())
        .filter(rule -> is(inbound ? rule.to() : rule.from(), own, true) && is(inbound ? rule.from() : rule.to(), peer, tagged))
        .findFirst().filter(Rule::allows).isPresent();
  }

  private static boolean is(String end, Host host, boolean tagged) {
    return switch (end) {
      case "*" -> true;
      case "VirtualNetwork" -> tagged;
      case "Internet" -> false;
      default -> end.startsWith("asg") ? host.groups().contains(end) : covers(end, host.address());
    };
  }

  /** Whether the network's own routes to the address are not overruled by one that leads elsewhere. */
  private static boolean delivers(RandomVirtualNetworks networks, Zone zone, String address) {
    List<Route> routes = new ArrayList<>(List.of(new Route("10." + zone.network() + ".0.0/16", "system")));
    networks.peerings.stream().filter(peering -> peering.near() == zone.network()).forEach(peering -> routes.add(new Route("10." + peering.far() + ".0.0/16", "system")));
    routes.addAll(zone.routes());
    List<Route> matching = routes.stream().filter(route -> covers(route.block(), address)).toList();
    int longest = matching.stream().mapToInt(route -> prefix(route.block())).max().orElse(-1);
    List<Route> best = matching.stream().filter(route -> prefix(route.block()) == longest).toList();
    List<Route> own = best.stream().filter(route -> !route.hop().equals("system")).toList();
    return own.isEmpty() ? !best.isEmpty() : own.stream().noneMatch(route -> !route.hop().equals("VnetLocal"));
  }

  private static int prefix(String block) {
    return block.contains("/") ? Integer.parseInt(block.split("/", -1)[1]) : 32;
  }

  /** By the bits as text. */
  private static boolean covers(String block, String address) {
    return bits(address).startsWith(bits(block.split("/", -1)[0]).substring(0, prefix(block)));
  }

  private static String bits(String address) {
    return Arrays.stream(address.split("\\.", -1)).map(part -> String.format("%8s", Integer.toBinaryString(Integer.parseInt(part))).replace(' ', '0')).collect(Collectors.joining());
  }
}
