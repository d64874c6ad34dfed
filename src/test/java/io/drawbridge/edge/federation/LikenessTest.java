package io.drawbridge.edge.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {

  @Test
  void oneLikenessIsItsWeight() {
    assertThat(Likeness.score(List.of(Likeness.MAIL))).isEqualTo(0.8, within(1e-9));
  }

  @Test
  void eachMoreLeavesItsShareOfTheDoubt() {
    assertThat(Likeness.score(List.of(Likeness.MAIL, Likeness.LOCAL_NAME))).isEqualTo(0.88, within(1e-9));
  }

  @Test
  void theSameLikenessTwiceSaysNoMoreThanOnce() {
    assertThat(Likeness.score(List.of(Likeness.MAIL, Likeness.MAIL))).isEqualTo(Likeness.score(List.of(Likeness.MAIL)));
  }

  @Test
  void aScoreIsNeverCertain() {
    assertThat(Likeness.score(List.of(Likeness.values()))).isLessThan(1).isGreaterThan(0.99);
  }
}
