package io.drawbridge.edge.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.edge.network.PacketFilter.AnyOf;
import io.drawbridge.edge.network.PacketFilter.FirstMatch;
import io.drawbridge.edge.network.PacketFilter.Passed;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.Origin;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters say of sets of ports what asking rule by rule says of each packet: 60 rule sets of each of three kinds, 600 packets through each. */
class PacketFilterTest {

  private static final int PACKETS = 600;
  private static final int PORTS = 100;
  private static final List<Protocol> PROTOCOLS = List.of(Protocol.values());
  private static final Origin ORIGIN = new Origin(new DocumentRef("filter", "test:filter"), Scope.WORLD, SnapshotId.IN_MEMORY);

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  /** A rule as a provider writes it. */
  private record Written(int number, boolean allows, Protocol protocol, String cidr, String group, int first, int last) {
    FilterRule rule() {
      Peers peers = group.isEmpty() ? Peers.in(IpBlock.of(cidr)) : new Peers(List.of(), Set.of(group));
      return new FilterRule(number, allows, protocol, PortSet.of(first, last), peers, evidence());
    }

    Evidence evidence() {
      return Observed.network(ORIGIN, "/" + number, "");
    }

    boolean speaksOf(Packet packet) {
      boolean sameProtocol = protocol == Protocol.ANY || protocol == packet.protocol;
      boolean samePeer = group.isEmpty() ? covers(cidr, packet.address) : packet.groups.contains(group);
      return sameProtocol && samePeer && first <= packet.port && packet.port <= last;
    }
  }

  /** One packet, and the port that its answer goes to. */
  private record Packet(String address, Set<String> groups, Protocol protocol, int port, int answerTo) {
    /** What goes back: to the port that the packet came from. */
    Packet answer() {
      return new Packet(address, groups, protocol, /* port= */ answerTo, /* answerTo= */ port);
    }

    Peer peer() {
      return new Peer(IpBlock.of(address), groups);
    }
  }

  /** By arithmetic on whole numbers, and the JDK's reading of addresses. */
  private static boolean covers(String cidr, String address) {
    String[] parts = cidr.split("/", 2);
    byte[] block = bytes(parts[0]);
    byte[] other = bytes(address);
    int shift = block.length * Byte.SIZE - Integer.parseInt(parts[1]);
    return block.length == other.length && new BigInteger(1, block).shiftRight(shift).equals(new BigInteger(1, other).shiftRight(shift));
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void securityGroupsOfAwsAgreeWithEachPacket(int seed) {
    var random = new Rules(seed);
    List<Written> rules = random.some(12).stream().filter(Written::allows).toList();
    check(seed, random, new AnyOf(rules(rules)), packet -> rules.stream().filter(rule -> rule.speaksOf(packet)).findFirst());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void networkSecurityGroupsOfAzureAgreeWithEachPacket(int seed) {
    var random = new Rules(seed);
    List<Written> rules = new ArrayList<>(random.some(12));
    rules.add(new Written(65_000, true, Protocol.ANY, "10.0.0.0/8", "", 0, 65_535));
    rules.add(new Written(65_001, true, Protocol.ANY, "168.63.129.16/32", "", 0, 65_535));
    rules.add(new Written(65_500, false, Protocol.ANY, "0.0.0.0/0", "", 0, 65_535));
    rules.add(new Written(65_500, false, Protocol.ANY, "::/0", "", 0, 65_535));
    check(seed, random, new FirstMatch(rules(rules)), packet -> deciding(rules, packet));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void networkAclsOfAwsAgreeWithEachPacketAndItsAnswer(int seed) {
    var random = new Rules(seed);
    List<Written> in = random.some(10);
    List<Written> out = random.some(10);
    var ingress = new FirstMatch(rules(in));
    var egress = new FirstMatch(rules(out));
    for (int i = 0; i < PACKETS; i++) {
      Packet packet = random.packet();
      Packet answer = packet.answer();
      boolean passes = ingress.pass(packet.peer(), packet.protocol, PortSet.ALL).ports().contains(packet.port)
          && egress.pass(packet.peer(), packet.protocol, PortSet.of(packet.answerTo, packet.answerTo)).ports().contains(packet.answerTo);
      assertThat(passes).as("seed %d, %s", seed, packet).isEqualTo(deciding(in, packet).isPresent() && deciding(out, answer).isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatPassesBothFiltersPassesEach(int seed) {
    var random = new Rules(seed);
    List<PacketFilter> filters = List.of(new FirstMatch(rules(random.some(10))), new AnyOf(rules(random.some(10).stream().filter(Written::allows).toList())));
    for (int i = 0; i < 20; i++) {
      Packet packet = random.packet();
      Passed both = PacketFilter.through(filters, packet.peer(), packet.protocol, PortSet.ALL);
      for (int port = 0; port < 2 * PORTS; port++) {
        int asked = port;
        assertThat(both.ports().contains(port)).as("seed %d, %s, port %d", seed, packet, port)
            .isEqualTo(filters.stream().allMatch(filter -> filter.pass(packet.peer(), packet.protocol, PortSet.ALL).ports().contains(asked)));
      }
    }
  }

  private static void check(int seed, Rules random, PacketFilter filter, java.util.function.Function<Packet, Optional<Written>> naive) {
    for (int i = 0; i < PACKETS; i++) {
      Packet packet = random.packet();
      Passed passed = filter.pass(packet.peer(), packet.protocol, PortSet.ALL);
      Optional<Written> deciding = naive.apply(packet);
      assertThat(passed.ports().contains(packet.port)).as("seed %d, %s", seed, packet).isEqualTo(deciding.isPresent());
      List<Evidence> by = filter.pass(packet.peer(), packet.protocol, PortSet.of(packet.port, packet.port)).by();
      if (filter instanceof FirstMatch) {
        assertThat(by).as("seed %d, %s", seed, packet).isEqualTo(deciding.stream().map(Written::evidence).toList());
      } else {
        deciding.ifPresent(rule -> assertThat(by).contains(rule.evidence()));
      }
    }
  }

  @Test
  void onlyRulesThatLetAPortThroughAreProof() {
    var denied = new Written(1, false, Protocol.TCP, "0.0.0.0/0", "", 22, 22);
    var useless = new Written(2, true, Protocol.ANY, "0.0.0.0/0", "", 22, 22);
    var used = new Written(3, true, Protocol.TCP, "0.0.0.0/0", "", 0, 99);
    PacketFilter filter = new FirstMatch(List.of(used.rule(), useless.rule(), denied.rule()));
    assertThat(PacketFilter.through(List.of(filter), Peer.at(IpBlock.of("192.0.2.1")), Protocol.TCP, PortSet.ALL).by()).containsExactly(used.evidence());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyPartOfTheInternetIsRepresented(int seed) {
    var random = new Random(seed);
    List<IpBlock> blocks = IntStream.range(0, 6).mapToObj(i -> IpBlock.of(random.nextInt(256) + ".0.0.0/" + random.nextInt(9))).toList();
    List<IpBlock> attackers = Attackers.among(blocks);
    for (int octet = 0; octet < 224; octet++) {
      IpBlock anybody = IpBlock.of(octet + ".0.0.0/7");
      assertThat(attackers).as("seed %d, %s", seed, anybody)
          .anyMatch(attacker -> blocks.stream().allMatch(block -> block.contains(attacker) == block.contains(anybody)));
    }
  }

  @Test
  void blocksOfOneOrganizationAreNotTheInternet() {
    for (String wide : List.of("0.0.0.0/0", "128.0.0.0/1", "::/0", "2000::/3", "2400::/12")) {
      assertThat(Attackers.areIn(IpBlock.of(wide))).as(wide).isTrue();
    }
    for (String narrow : List.of("10.0.0.0/8", "203.0.113.7/32", "2600:1f00::/24", "fc00::/7", "fe80::/10")) {
      assertThat(Attackers.areIn(IpBlock.of(narrow))).as(narrow).isFalse();
    }
  }

  /** The naive decision of a list in which the lowest number decides. */
  private static Optional<Written> deciding(List<Written> rules, Packet packet) {
    return rules.stream().filter(rule -> rule.speaksOf(packet)).min(Comparator.comparingInt(Written::number)).filter(Written::allows);
  }

  private static List<FilterRule> rules(List<Written> written) {
    return written.stream().map(Written::rule).toList();
  }

  /** Random rules, and packets that have a chance to meet them. */
  private static final class Rules {
    private static final List<String> GROUPS = List.of("sg-1", "sg-2", "sg-3");
    private static final List<Protocol> PACKET_PROTOCOLS = List.of(Protocol.TCP, Protocol.UDP, Protocol.ICMP);

    private final Random random;

    Rules(int seed) {
      random = new Random(seed);
    }

    List<Written> some(int most) {
      List<Written> rules = new ArrayList<>();
      for (int number = 1; number <= 1 + random.nextInt(most); number++) {
        int first = random.nextInt(PORTS);
        String group = random.nextInt(4) == 0 ? GROUPS.get(random.nextInt(GROUPS.size())) : "";
        rules.add(new Written(number, random.nextInt(3) > 0, PROTOCOLS.get(random.nextInt(PROTOCOLS.size())), block(), group, first, first + random.nextInt(60)));
      }
      return rules;
    }

    private String block() {
      return random.nextInt(4) == 0 ? address(true) + "/" + random.nextInt(129) : address(false) + "/" + random.nextInt(33);
    }

    /** Few bits vary, in several places. */
    private String address(boolean v6) {
      int bits = random.nextInt(16);
      return v6 ? "2001:db" + (bits & 1) + "::" + (bits >> 1 & 1) + ":0:" + (bits >> 2 & 3) : "10." + (bits & 1) + "." + (bits >> 1 & 1) * 128 + "." + (bits >> 2 & 3);
    }

    Packet packet() {
      Set<String> groups = random.nextBoolean() ? Set.of() : Set.of(GROUPS.get(random.nextInt(GROUPS.size())));
      return new Packet(address(random.nextInt(4) == 0), groups, PACKET_PROTOCOLS.get(random.nextInt(3)), random.nextInt(2 * PORTS), random.nextInt(2 * PORTS));
    }
  }
}
