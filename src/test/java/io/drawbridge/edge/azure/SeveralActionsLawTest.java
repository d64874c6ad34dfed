package io.drawbridge.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.RandomAzureEstate.Extra;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ResourceLock;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On random estates: who needs several actions, at the target or elsewhere, gains what it gains when each is asked for by itself, of everybody and everywhere. */
class SeveralActionsLawTest {

  private static final int SEEDS = Integer.getInteger("drawbridge.laws", 300) / 5;
  private static final int FURTHER = 10_000;
  private static final int MORE = 1_000;
  private static final String RUN = "Microsoft.Compute/virtualMachines/runCommand/action";
  private static final String READ = "Microsoft.Compute/virtualMachines/read";
  private static final String KEYS = "Microsoft.Storage/storageAccounts/listKeys/action";
  private static final String ASSIGN = "Microsoft.Authorization/roleAssignments/write";

  private enum Answer {
    NO,
    CONDITIONAL,
    YES
  }

  /** What is needed at a machine, and in any one resource group. */
  private record Need(List<String> there, List<String> elsewhere) {

    Capability capability() {
      return new Capability("law", "law", EdgeKind.CAN_RUN_CODE, there, false, Likelihood.EASY, List.of(AttributeContext.UNKNOWN));
    }
  }

  private static final List<Need> AT_THE_TARGET = List.of(new Need(List.of(RUN, READ), List.of()), new Need(List.of(READ, RUN, KEYS), List.of()),
      new Need(List.of(KEYS, ASSIGN), List.of()));
  private static final List<Need> ELSEWHERE = List.of(new Need(List.of(RUN), List.of(READ, KEYS)), new Need(List.of(READ, ASSIGN), List.of(KEYS)));

  @Test
  void severalActionsAtTheTargetAddUp() {
    assertThat(agreed(AT_THE_TARGET, Extra.NOTHING, 0, SEEDS)).as("grants that add up").isGreaterThan(SEEDS / 20);
  }

  @Test
  void actionsElsewhereAddUp() {
    agreed(ELSEWHERE, Extra.NOTHING, 0, SEEDS);
  }

  /** What is locked is gained by who removes every lock over it. */
  @Test
  void removingLocksAddsUp() {
    agreed(AT_THE_TARGET, Extra.LOCKS, 0, SEEDS);
  }

  @Test
  void removingLocksElsewhereAddsUp() {
    agreed(ELSEWHERE, Extra.LOCKS, 0, SEEDS);
  }

  @Test
  @Tag("full")
  void allOfThemAddUpInFurtherEstates() {
    for (List<Need> needs : List.of(AT_THE_TARGET, ELSEWHERE)) {
      agreed(needs, Extra.NOTHING, FURTHER, FURTHER + MORE);
      agreed(needs, Extra.LOCKS, FURTHER, FURTHER + MORE);
    }
  }

  /** How many grants add up. */
  private static int agreed(List<Need> needs, Extra extra, int from, int to) {
    Map<Answer, Integer> met = new EnumMap<>(Answer.class);
    int joint = 0;
    for (long seed = from; seed < to; seed++) {
      Estate estate = RandomAzureEstate.of(seed, extra);
      for (Need need : needs) {
        List<Edge> edges = drawn(estate, need);
        Map<ResourceId, Set<ResourceId>> members = members(edges);
        for (EntraId who : principals(estate).toList()) {
          for (VirtualMachine machine : estate.inventory().all(VirtualMachine.class)) {
            Answer expected = asked(estate, who, need, machine.id());
            assertThat(drawn(estate, edges, members, who, machine.id())).as("seed %s: %s for %s at %s", seed, need, who, machine.id()).isEqualTo(expected);
            met.merge(expected, 1, Integer::sum);
          }
        }
        joint += (int) JointGrants.of(estate, need.there, false).stream().filter(grant -> !grant.isAlone()).count();
      }
    }
    assertThat(met.get(Answer.YES)).isGreaterThan((to - from) / 20);
    assertThat(met.get(Answer.CONDITIONAL)).isGreaterThan((to - from) / 20);
    return joint;
  }

  private static List<Edge> drawn(Estate estate, Need need) {
    List<Edge> edges = new ArrayList<>();
    var sink = new EdgeSink() {
      @Override
      public void edge(Edge edge) {
        edges.add(edge);
      }

      @Override
      public void gap(CoverageGap gap) {}
    };
    List<Target> targets = estate.inventory().all(VirtualMachine.class).stream().map(Ways::itself).toList();
    Beside beside = need.elsewhere.isEmpty() ? Beside.NOTHING : new Elsewhere(estate, List.of(Errand.inGroup(estate, need.elsewhere)));
    new CapabilityDerivation(estate, sink, beside).draw(need.capability(), targets);
    return edges;
  }

  private static Answer asked(Estate estate, EntraId who, Need need, ArmId machine) {
    Decision decision = changed(estate, who, need.there, machine);
    if (!need.elsewhere.isEmpty()) {
      Decision anywhere = new Decision.Denied(false, List.of());
      for (ArmId group : Errand.groups(estate)) {
        anywhere = Deciding.or(anywhere, changed(estate, who, need.elsewhere, group));
      }
      decision = Deciding.and(decision, anywhere);
    }
    return switch (decision) {
      case Decision.Denied denied -> Answer.NO;
      case Decision.Conditional conditional -> Answer.CONDITIONAL;
      case Decision.Allowed allowed -> Answer.YES;
    };
  }

  /** Several actions, one of which is no reading, and every lock over the scope removed. */
  private static Decision changed(Estate estate, EntraId who, List<String> actions, ArmId scope) {
    Decision decision = all(estate, who, actions, scope);
    for (ResourceLock lock : estate.inventory().all(ResourceLock.class)) {
      if (lock.readOnly() && scope.isWithin(lock.place())) {
        decision = Deciding.and(decision, all(estate, who, List.of("Microsoft.Authorization/locks/delete"), lock.place()));
      }
    }
    return decision;
  }

  private static Decision all(Estate estate, EntraId who, List<String> actions, ArmId scope) {
    Decision all = new Decision.Allowed(List.of());
    for (String action : actions) {
      all = Deciding.and(all, AzureAuthorization.of(estate).ruling(who, action, false, scope).decision());
    }
    return all;
  }

  private static Answer drawn(Estate estate, List<Edge> edges, Map<ResourceId, Set<ResourceId>> members, EntraId who, ArmId machine) {
    Set<String> ids = Directory.of(estate).ids(who);
    Answer best = Answer.NO;
    for (Edge edge : edges) {
      boolean leads = edge.to().equals(machine) || members.getOrDefault(edge.to(), Set.of()).contains(machine);
      if (leads && Directory.of(estate).canAct(who) && edge.from() instanceof EntraId from && ids.contains(from.objectId())) {
        best = best == Answer.YES || edge.condition().isNone() ? Answer.YES : Answer.CONDITIONAL;
      }
    }
    return best;
  }

  /** What is in each set, by way of its shares. */
  private static Map<ResourceId, Set<ResourceId>> members(List<Edge> edges) {
    Map<ResourceId, Set<ResourceId>> members = new HashMap<>();
    edges.stream().filter(edge -> edge.kind() == EdgeKind.IN_SET).forEach(edge -> members.computeIfAbsent(edge.from(), none -> new HashSet<>()).add(edge.to()));
    return members;
  }

  private static Stream<EntraId> principals(Estate estate) {
    return Stream.concat(estate.inventory().all(EntraUser.class).stream().map(EntraUser::id),
        estate.inventory().all(ServicePrincipal.class).stream().map(ServicePrincipal::id));
  }
}
