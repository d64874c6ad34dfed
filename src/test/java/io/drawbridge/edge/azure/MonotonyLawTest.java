package io.drawbridge.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.RandomAzureEstate.Extra;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On random estates: what restricts adds no edge, what grants removes none; memberships and roles followed and sets expanded. */
class MonotonyLawTest {

  private static final int SEEDS = Integer.getInteger("drawbridge.laws", 300) / 2;

  /** What leads from a store to what lies in it. */
  private static final String CONTENTS = "-contents";

  private static final String RESET = " entra-credential-reset ";
  private static final Set<EdgeKind> HOLDING = Set.of(EdgeKind.MEMBER_OF, EdgeKind.HAS_ROLE);

  /** Whether a principal gains something by a technique whatever is not known, or only under a condition. */
  private enum Gain {
    CONDITIONAL,
    CERTAIN
  }

  /** A deny assignment, and a unit whose management is restricted. */
  @ParameterizedTest
  @EnumSource(names = {"DENY", "RESTRICTED_UNIT"})
  void whatRestrictsAddsNothing(Extra extra) {
    int lost = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      SortedMap<String, Gain> before = gains(RandomAzureEstate.of(seed));
      SortedMap<String, Gain> after = gains(RandomAzureEstate.of(seed, extra));
      assertThat(beyond(after, before)).as("seed %s: with one more, what was not there", seed).isEmpty();
      lost += beyond(before, after).isEmpty() ? 0 : 1;
    }
    assertThat(lost).as("those that take something away").isGreaterThan(SEEDS / 20);
  }

  /** But for what protects: who is given a directory role is reset by fewer. */
  @ParameterizedTest
  @EnumSource(names = {"ASSIGNMENT", "DIRECTORY_ROLE"})
  void whatGrantsRemovesNothing(Extra extra) {
    int gained = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      SortedMap<String, Gain> before = gains(RandomAzureEstate.of(seed));
      SortedMap<String, Gain> after = gains(RandomAzureEstate.of(seed, extra));
      assertThat(beyond(before, after)).filteredOn(gone -> !gone.contains(RESET)).as("seed %s: with one more, what is gone", seed).isEmpty();
      gained += beyond(after, before).isEmpty() ? 0 : 1;
    }
    assertThat(gained).as("those that give something").isGreaterThan(SEEDS / 20);
  }

  /** What one has that the other has not, or only under a condition. */
  private static List<String> beyond(SortedMap<String, Gain> one, SortedMap<String, Gain> other) {
    return one.entrySet().stream().filter(gain -> !other.containsKey(gain.getKey()) || other.get(gain.getKey()).compareTo(gain.getValue()) < 0)
        .map(gain -> gain.getValue() + " " + gain.getKey()).toList();
  }

  private static SortedMap<String, Gain> gains(Estate estate) {
    Map<ResourceId, List<Edge>> edges = new HashMap<>();
    Derivation.of(estate, AzureRules.NODES, AzureRules.EDGES).graph().edges()
        .forEach(edge -> edges.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge));
    SortedMap<String, Gain> gains = new TreeMap<>();
    principals(estate).forEach(who -> closure(edges, who, HOLDING).forEach(holder -> edges.getOrDefault(holder, List.of()).stream()
        .filter(edge -> !HOLDING.contains(edge.kind()))
        .forEach(edge -> closure(edges, edge.to(), Set.of(EdgeKind.IN_SET)).stream().filter(end -> !(end instanceof ResourceId.CapabilitySetId))
            .forEach(end -> gains.merge(who + " " + edge.technique() + " " + end, edge.condition().isNone() ? Gain.CERTAIN : Gain.CONDITIONAL,
                (one, other) -> one.compareTo(other) >= 0 ? one : other)))));
    return gains;
  }

  private static SortedSet<ResourceId> closure(Map<ResourceId, List<Edge>> edges, ResourceId from, Set<EdgeKind> kinds) {
    SortedSet<ResourceId> found = new TreeSet<>(List.of(from));
    List<ResourceId> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      for (Edge edge : edges.getOrDefault(open.removeLast(), List.of())) {
        if ((kinds.contains(edge.kind()) || (kinds.contains(EdgeKind.IN_SET) && edge.technique().endsWith(CONTENTS))) && found.add(edge.to())) {
          open.add(edge.to());
        }
      }
    }
    return found;
  }

  private static Stream<EntraId> principals(Estate estate) {
    return Stream.concat(estate.inventory().all(EntraUser.class).stream().map(EntraUser::id),
        estate.inventory().all(ServicePrincipal.class).stream().map(ServicePrincipal::id));
  }
}
