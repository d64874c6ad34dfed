package io.drawbridge.edge.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.cloud.Severity;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.CapabilitySet.Member;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.network.Receivers.Receiver;
import io.drawbridge.graph.Condition;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Vulnerability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReachSetsTest {

  private static final int CROWD = 500;
  private static final Proof NONE = Proof.of(List.of());
  private static final Evidence CVE = Observed.fact(new Origin(new DocumentRef("finding", "test:finding"), Scope.WORLD, SnapshotId.IN_MEMORY), "/id", "CVE-1");

  private final List<Edge> edges = new ArrayList<>();
  private final ReachSets sets = new ReachSets(new EdgeSink() {
    @Override
    public void edge(Edge edge) {
      edges.add(edge);
    }

    @Override
    public void gap(CoverageGap gap) {
      throw new AssertionError(gap);
    }
  });

  private static Arn host(int number) {
    return Arn.of("ec2", "eu-west-1", "111122223333", "instance/i-" + number);
  }

  private static Senders senders(String scope, int first, int last) {
    return Senders.of("111122223333/" + scope, IntStream.range(first, last).mapToObj(i -> new Member(host(i), NONE)).toList());
  }

  private static Receivers receivers(String scope, int first, int last, int flawed) {
    return new Receivers("111122223333/" + scope, IntStream.range(first, last)
        .mapToObj(i -> new Receiver(host(i), NONE, i < flawed ? List.of(new KnownFlaw(new Vulnerability("CVE-1", Severity.CRITICAL, true, true, 0), List.of(CVE))) : List.of())).toList());
  }

  /** The hosts that one step from a host leads to, by edges whose first is of a kind. */
  private Set<ResourceId> reached(ResourceId from, EdgeKind kind) {
    Set<ResourceId> found = new HashSet<>();
    List<ResourceId> open = new ArrayList<>(edges.stream().filter(edge -> edge.from().equals(from) && edge.kind() == kind).map(Edge::to).toList());
    while (!open.isEmpty()) {
      ResourceId next = open.removeLast();
      if (found.add(next) && next instanceof CapabilitySetId) {
        edges.stream().filter(edge -> edge.from().equals(next)).map(Edge::to).forEach(open::add);
      }
    }
    found.removeIf(CapabilitySetId.class::isInstance);
    return found;
  }

  @Test
  void everySenderReachesEveryReceiverByTheKindThatItsFlawsAskFor() {
    sets.open(senders("a", 0, CROWD), NONE, Condition.NONE, PortSet.of(22, 22), receivers("b", 1000, 1000 + CROWD, 1002));
    assertThat(reached(host(7), EdgeKind.CAN_REACH)).containsExactlyInAnyOrder(host(1000), host(1001));
    assertThat(reached(host(7), EdgeKind.CAN_REACH_SERVICE)).hasSize(CROWD - 2).doesNotContain(host(1000));
    assertThat(reached(host(1003), EdgeKind.CAN_REACH_SERVICE)).isEmpty();
    assertThat(edges).hasSizeLessThan(4 * CROWD);
  }

  @Test
  void sendersTogetherReachWhatIsOpenToAll() {
    Senders some = senders("a", 0, 3);
    Senders others = senders("b", 3, 5);
    Receivers far = receivers("c", 10, 12, 0);
    sets.open(Senders.together("111122223333/a+b", List.of(new Senders.Part(some, NONE, Condition.NONE), new Senders.Part(others, NONE, Condition.NONE))), NONE,
        Condition.NONE, PortSet.of(443, 443), far);
    sets.open(some, NONE, Condition.NONE, PortSet.of(22, 22), receivers("d", 12, 13, 0));
    assertThat(reached(host(4), EdgeKind.CAN_REACH_SERVICE)).containsExactlyInAnyOrder(host(10), host(11));
    assertThat(reached(host(1), EdgeKind.CAN_REACH_SERVICE)).containsExactlyInAnyOrder(host(10), host(11), host(12));
  }

  @Test
  void aFlawIsAskedOfTheHostThatHasIt() {
    sets.open(senders("a", 0, 3), NONE, Condition.NONE, PortSet.of(22, 22).union(PortSet.of(5432, 5432)), receivers("b", 10, 12, 0));
    assertThat(edges).filteredOn(edge -> !edge.condition().isNone()).hasSize(4)
        .allSatisfy(edge -> assertThat(edge.condition().atoms().getFirst().subject()).isEqualTo(edge.to()))
        .extracting(edge -> edge.condition().atoms().getFirst().key()).contains("flaw:ssh", "flaw:postgresql");
  }
}
