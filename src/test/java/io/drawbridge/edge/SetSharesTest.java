package io.drawbridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.Proof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Big sets are drawn by shares: the same members, at the cost of what sets leave out. */
class SetSharesTest {

  private static final int ROLES = 2000;

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everySetStillHasItsMembersEachOnce(int seed) {
    var random = new Random(seed);
    var drawn = new Drawn();
    for (int i = 0; i < 20; i++) {
      CapabilitySet set = set(i, Set.copyOf(random.ints(random.nextInt(ROLES), 0, ROLES).boxed().toList()));
      drawn.shares.draw(set);
      assertThat(drawn.members(set.id())).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(set.members().stream().map(CapabilitySet.Member::id).toList());
    }
  }

  @Test
  void aSetThatLeavesLittleOutCostsLittle() {
    var drawn = new Drawn();
    drawn.shares.draw(set(0, Set.of()));
    int whole = drawn.edges.size();
    assertThat(whole).isLessThan(ROLES * 12 / 10);
    for (int i = 1; i <= 100; i++) {
      drawn.shares.draw(set(i, Set.of(i * 17)));
    }
    assertThat(drawn.edges.size() - whole).as("edges of a hundred sets that each leave one role out").isLessThan(100 * 100);
  }

  @Test
  void anotherRoleMovesNoSharesButItsOwn() {
    var before = new Drawn();
    before.shares.draw(set(1, Set.of(77)));
    var after = new Drawn();
    after.shares.draw(set(1, Set.of()));
    Set<ResourceId> gone = new HashSet<>(before.sets());
    gone.removeAll(after.sets());
    assertThat(gone).hasSizeLessThan(5);
  }

  @Test
  void aSmallSetHasNoShares() {
    var drawn = new Drawn();
    drawn.shares.draw(set(0, Set.copyOf(IntStream.range(20, ROLES).boxed().toList())));
    assertThat(drawn.sets()).hasSize(1);
  }

  private static CapabilitySet set(int number, Set<Integer> without) {
    List<CapabilitySet.Member> members = IntStream.range(0, ROLES).filter(i -> !without.contains(i))
        .mapToObj(i -> new CapabilitySet.Member(new Arn("arn:aws:iam::111111111111:role/app-" + i), Proof.of(List.of()))).toList();
    return new CapabilitySet(new CapabilitySetId("assume-role", "111111111111/*", Integer.toHexString(number)), members);
  }

  private static final class Drawn implements EdgeSink {
    private final List<Edge> edges = new ArrayList<>();
    private final Map<ResourceId, List<ResourceId>> out = new HashMap<>();
    private final SetShares shares = new SetShares(this);

    @Override
    public void edge(Edge edge) {
      edges.add(edge);
      out.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge.to());
    }

    @Override
    public void gap(CoverageGap gap) {
      throw new AssertionError(gap);
    }

    Set<ResourceId> sets() {
      return new TreeSet<>(out.keySet());
    }

    List<ResourceId> members(ResourceId set) {
      return out.getOrDefault(set, List.of()).stream().flatMap(end -> end instanceof CapabilitySetId ? members(end).stream() : List.of(end).stream()).toList();
    }
  }
}
