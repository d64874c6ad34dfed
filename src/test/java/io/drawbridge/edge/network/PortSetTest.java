package io.drawbridge.edge.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PortSetTest {

  @Test
  void touchingRangesBecomeOne() {
    assertThat(PortSet.of(1, 4).union(PortSet.of(5, 9))).isEqualTo(PortSet.of(1, 9));
    assertThat(PortSet.of(1, 4).union(PortSet.of(6, 9)).ranges()).hasSize(2);
  }

  @Test
  void aHoleInTheMiddleLeavesBothSides() {
    assertThat(PortSet.of(20, 30).minus(PortSet.of(22, 22))).hasToString("20-21, 23-30");
    assertThat(PortSet.of(20, 30).minus(PortSet.of(1, 100)).isEmpty()).isTrue();
    assertThat(PortSet.of(20, 30).minus(PortSet.of(31, 40))).isEqualTo(PortSet.of(20, 30));
  }

  @RepeatedTest(50)
  void agreesWithASetOfNumbers(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    PortSet a = some(random);
    PortSet b = some(random);
    for (int port = 0; port < 120; port++) {
      assertThat(a.union(b).contains(port)).isEqualTo(a.contains(port) || b.contains(port));
      assertThat(a.minus(b).contains(port)).isEqualTo(a.contains(port) && !b.contains(port));
      assertThat(a.intersect(b).contains(port)).isEqualTo(a.contains(port) && b.contains(port));
    }
  }

  private static PortSet some(Random random) {
    PortSet set = PortSet.NONE;
    for (int i = 0; i < random.nextInt(5); i++) {
      int first = random.nextInt(100);
      set = set.union(PortSet.of(first, first + random.nextInt(20)));
    }
    return set;
  }
}
