package io.drawbridge.edge.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.network.RandomVpcs.Group;
import io.drawbridge.edge.network.RandomVpcs.Host;
import io.drawbridge.edge.network.RandomVpcs.Route;
import io.drawbridge.edge.network.RandomVpcs.Rule;
import io.drawbridge.edge.network.RandomVpcs.Zone;
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

/** Expanding every set of senders and receivers gives what following single packets between every pair of hosts gives (DESIGN §2). */
class ReachLawTest {

  private static final int SEEDS = Integer.getInteger("drawbridge.laws", 200) / 4;
  private static final int[] PORTS = {21, 22, 80, 443, 444, 1024, 3000, 3001, 40000};

  /** One of each kind that the ranges of rules tell apart. */
  private static final int[] ANSWERED_AT = {1024, 3001, 40000};

  static IntStream seeds() {
    return IntStream.range(0, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void expandingSetsEqualsFollowingEveryPacket(int seed) {
    var vpcs = new RandomVpcs(seed);
    assertThat(expanded(vpcs)).as("seed %d", seed).isEqualTo(naive(vpcs));
  }

  @ParameterizedTest
  @MethodSource("furtherSeeds")
  @Tag("full")
  void expandingSetsEqualsFollowingEveryPacketOfFurtherVpcs(int seed) {
    expandingSetsEqualsFollowingEveryPacket(seed);
  }

  static IntStream furtherSeeds() {
    return IntStream.range(10_000, 11_000);
  }

  @Test
  void theLawSpeaksOfReachWithinAndBetweenVpcs() {
    List<String> reached = IntStream.range(0, 40).boxed().flatMap(seed -> {
      var vpcs = new RandomVpcs(seed);
      Map<String, Integer> place = vpcs.hosts.stream().collect(Collectors.toMap(Host::id, host -> host.zone().vpc()));
      return naive(vpcs).stream().map(text -> text.split(" ", -1)).map(ends -> Objects.equals(place.get(ends[0]), place.get(ends[1])) ? "within" : "between");
    }).toList();
    assertThat(reached.stream().filter("within"::equals)).hasSizeGreaterThan(400);
    assertThat(reached.stream().filter("between"::equals)).hasSizeGreaterThan(80);
  }

  private static Set<String> expanded(RandomVpcs vpcs) {
    return ExpandedReach.of(Derivation.of(vpcs.estate(), List.of(), List.of(new AwsReach())).graph().edges(), PORTS);
  }

  private static Set<String> naive(RandomVpcs vpcs) {
    Set<String> reached = new TreeSet<>();
    for (Host from : vpcs.hosts) {
      for (Host to : vpcs.hosts) {
        for (int port : PORTS) {
          if (!from.equals(to) && gets(vpcs, from, to, port)) {
            reached.add(from.id() + " " + to.id() + " " + port);
          }
        }
      }
    }
    return reached;
  }

  private static boolean gets(RandomVpcs vpcs, Host from, Host to, int port) {
    Optional<String> there = way(vpcs, from, to);
    Optional<String> back = way(vpcs, to, from);
    boolean peered = there.isPresent() && !there.get().startsWith("tgw-");
    return there.isPresent() && there.equals(back) && any(from.groups().stream().map(Group::out).toList(), to, port, true)
        && any(to.groups().stream().map(Group::in).toList(), from, port, peered)
        && crosses(from.zone(), to.zone(), from, to, port) && Arrays.stream(ANSWERED_AT).anyMatch(answer -> crosses(to.zone(), from.zone(), to, from, answer));
  }

  private static boolean any(List<List<Rule>> groups, Host peer, int port, boolean references) {
    return groups.stream().flatMap(List::stream).anyMatch(rule -> rule.first() <= port && port <= rule.last()
        && (rule.peer().startsWith("sg-") ? references && peer.groups().stream().anyMatch(group -> group.id().equals(rule.peer())) : covers(rule.peer(), peer.address())));
  }

  private static boolean crosses(Zone near, Zone far, Host from, Host to, int port) {
    return near.equals(far) || (first(near.out(), to, port) && first(far.in(), from, port));
  }

  private static boolean first(List<Rule> entries, Host peer, int port) {
    return entries.stream().filter(rule -> rule.first() <= port && port <= rule.last() && covers(rule.peer(), peer.address())).findFirst().filter(Rule::allows).isPresent();
  }

  /** What takes packets to another host; empty where they end elsewhere. */
  private static Optional<String> way(RandomVpcs vpcs, Host from, Host to) {
    Optional<String> target = longest(from.zone().routes(), to.address());
    boolean inside = from.zone().vpc() == to.zone().vpc();
    if (inside) {
      return target.filter("local"::equals);
    }
    return target.filter(gateway -> gateway.startsWith("pcx-") || (gateway.startsWith("tgw-")
        && longest(vpcs.tables.getOrDefault("vpc-" + from.zone().vpc(), List.of()), to.address()).equals(Optional.of("tgw-attach-" + to.zone().vpc()))));
  }

  private static Optional<String> longest(List<Route> routes, String address) {
    return routes.stream().filter(route -> covers(route.block(), address))
        .max(Comparator.comparingInt(route -> Integer.parseInt(route.block().split("/", -1)[1]))).map(Route::target);
  }

  /** By arithmetic on whole numbers. */
  private static boolean covers(String block, String address) {
    int slash = block.indexOf('/');
    int shift = Integer.SIZE - Integer.parseInt(block.substring(slash + 1));
    return number(block.substring(0, slash)) >> shift == number(address) >> shift;
  }

  private static long number(String address) {
    long number = 0;
    for (String part : address.split("\\.", -1)) {
      number = number * 256 + Integer.parseInt(part);
    }
    return number;
  }
}
