package io.drawbridge.edge.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.edge.network.PacketFilter.AnyOf;
import io.drawbridge.edge.network.PacketFilter.FirstMatch;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PacketFilterTest {

  private static final int PORTS = 100;
  private static final Origin ORIGIN = new Origin(new DocumentRef("filter", "test:filter"), Scope.WORLD, SnapshotId.IN_MEMORY);

  /** A rule as the provider writes it. */
  private record Written(int number, boolean allows, String cidr, int first, int last) {
    FilterRule rule() {
      return new FilterRule(number, allows, PortSet.of(first, last), Observed.network(ORIGIN, "/" + number, ""));
    }

    boolean speaksOf(PublicSource attacker, int port) {
      int bits = Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
      int own = Integer.parseInt(cidr.substring(0, cidr.indexOf('.')));
      return attacker.octet() / (1 << (8 - bits)) == own / (1 << (8 - bits)) && first <= port && port <= last;
    }
  }

  @RepeatedTest(50)
  void agreesWithAskingRuleByRuleForEachPacket(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    List<Written> acl = some(random);
    List<Written> group = some(random);
    List<String> blocks = new ArrayList<>();
    acl.forEach(written -> blocks.add(written.cidr));
    group.forEach(written -> blocks.add(written.cidr));
    for (PublicSource attacker : PublicSource.among(blocks)) {
      PacketFilter.Passed passed = PacketFilter.through(List.of(
          new FirstMatch(rules(acl, attacker)), new AnyOf(rules(group.stream().filter(Written::allows).toList(), attacker))));
      for (int port = 0; port < PORTS; port++) {
        assertThat(passed.ports().contains(port)).as("seed %d, %s, port %d", repetition.getCurrentRepetition(), attacker, port)
            .isEqualTo(first(acl, attacker, port) && any(group, attacker, port));
      }
    }
  }

  @RepeatedTest(20)
  void everyOctetOfTheInternetIsRepresented(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    List<String> blocks = some(random).stream().map(Written::cidr).toList();
    List<PublicSource> attackers = PublicSource.among(blocks);
    for (int octet = 1; octet < 224; octet++) {
      var anybody = new PublicSource(octet);
      if (octet != 10 && octet != 127) {
        assertThat(attackers).anyMatch(attacker -> blocks.stream().allMatch(block -> attacker.isIn(block) == anybody.isIn(block)));
      }
    }
  }

  @Test
  void blocksOfOneOrganizationAreNotTheInternet() {
    assertThat(PublicSource.isInternet("0.0.0.0/0")).isTrue();
    assertThat(PublicSource.isInternet("128.0.0.0/1")).isTrue();
    assertThat(PublicSource.isInternet("10.0.0.0/8")).isFalse();
    assertThat(PublicSource.isInternet("203.0.113.7/32")).isFalse();
    assertThat(PublicSource.isInternet("::/0")).isFalse();
    assertThat(PublicSource.isInternet("pl-1")).isFalse();
    assertThat(PublicSource.isInternet("")).isFalse();
  }

  @Test
  void onlyRulesThatLetAPortThroughAreProof() {
    var denied = new Written(1, false, "0.0.0.0/0", 22, 22);
    var useless = new Written(2, true, "0.0.0.0/0", 22, 22);
    var used = new Written(3, true, "0.0.0.0/0", 0, 99);
    List<Evidence> by = PacketFilter.through(List.of(new FirstMatch(List.of(used.rule(), useless.rule(), denied.rule())))).by();
    assertThat(by).containsExactly(used.rule().evidence());
  }

  private static List<FilterRule> rules(List<Written> written, PublicSource attacker) {
    return written.stream().filter(rule -> attacker.isIn(rule.cidr)).map(Written::rule).toList();
  }

  private static boolean first(List<Written> rules, PublicSource attacker, int port) {
    Optional<Written> decides = rules.stream().filter(rule -> rule.speaksOf(attacker, port))
        .min(java.util.Comparator.comparingInt(Written::number));
    return decides.isPresent() && decides.get().allows();
  }

  private static boolean any(List<Written> rules, PublicSource attacker, int port) {
    return rules.stream().anyMatch(rule -> rule.allows() && rule.speaksOf(attacker, port));
  }

  private static List<Written> some(Random random) {
    List<Written> rules = new ArrayList<>();
    for (int number = 1; number <= 1 + random.nextInt(8); number++) {
      int prefix = random.nextInt(8);
      int octet = random.nextInt(256) >> (8 - prefix) << (8 - prefix);
      int first = random.nextInt(PORTS);
      rules.add(new Written(number, random.nextInt(3) > 0, octet + ".0.0.0/" + prefix, first, first + random.nextInt(60)));
    }
    return rules;
  }
}
