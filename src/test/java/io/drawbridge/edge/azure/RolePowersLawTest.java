package io.drawbridge.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.RolePowers.Delegated;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On random estates: the power of a role over a scope gains what somebody new gains who is given that role there. */
class RolePowersLawTest {

  private static final int SEEDS = Integer.getInteger("drawbridge.laws", 300) / 10;
  private static final String NEWCOMER = "newcomer";

  @Test
  void aPowerGainsWhatANewcomerWithItsRoleGains() {
    assertThat(gained(0, SEEDS)).isGreaterThan(SEEDS / 10);
  }

  @Test
  @Tag("full")
  void aPowerGainsWhatANewcomerGainsInFurtherEstates() {
    assertThat(gained(10_000, 10_500)).isGreaterThan(50);
  }

  /** How much the powers gain. */
  private static int gained(int from, int to) {
    int gained = 0;
    for (long seed = from; seed < to; seed++) {
      Estate estate = RandomAzureEstate.of(seed);
      List<Delegated> delegated = RolePowers.of(estate).delegated();
      if (delegated.isEmpty()) {
        continue;
      }
      Delegated one = delegated.get((int) (seed % delegated.size()));
      SortedSet<String> ofPower = gains(estate, one.power());
      Estate with = RandomAzureEstate.withNewcomer(seed, NEWCOMER, one.role(), one.grant().scope().text());
      assertThat(gains(with, new EntraId(RandomAzureEstate.TENANT, NEWCOMER))).as("seed %s: %s", seed, one.power()).isEqualTo(ofPower);
      gained += ofPower.size();
    }
    return gained;
  }

  /** What somebody gains by Azure's techniques, sets expanded, and whether under a condition. */
  private static SortedSet<String> gains(Estate estate, ResourceId holder) {
    Map<ResourceId, Set<ResourceId>> members = new HashMap<>();
    List<Edge> edges = Derivation.of(estate, AzureRules.NODES, AzureRules.EDGES).graph().edges();
    edges.stream().filter(edge -> edge.kind() == EdgeKind.IN_SET).forEach(edge -> members.computeIfAbsent(edge.from(), none -> new HashSet<>()).add(edge.to()));
    SortedSet<String> gains = new TreeSet<>();
    edges.stream().filter(edge -> edge.from().equals(holder) && edge.technique().startsWith("azure-")).forEach(edge ->
        members.getOrDefault(edge.to(), Set.of(edge.to())).forEach(end -> gains.add(edge.technique() + " " + end + (edge.condition().isNone() ? "" : " if"))));
    return gains;
  }
}
