package io.drawbridge.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class WildcardTest {

  @Test
  void starsAndQuestionMarksMatch() {
    assertThat(Wildcard.matches("a*c?", "abcd")).isTrue();
    assertThat(Wildcard.matches("a*c", "abcd")).isFalse();
    assertThat(Wildcard.matches("*", "")).isTrue();
    assertThat(Wildcard.matches("", "a")).isFalse();
    assertThat(Wildcard.matches("a" + Wildcard.LITERAL_STAR, "a*")).isTrue();
    assertThat(Wildcard.matches("a" + Wildcard.LITERAL_STAR, "ab")).isFalse();
  }

  @Test
  void aHostilePatternCostsNoMoreThanPatternTimesText() {
    String pattern = "a*".repeat(500) + "b";
    String text = "a".repeat(5_000);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(Wildcard.matches(pattern, text)).isFalse());
  }

  @Test
  void manyStarsTakeNoLongerThanTheTextTimesTheLongestPieceBetweenThem() {
    String text = "a".repeat(200_000);
    assertTimeout(Duration.ofSeconds(5), () -> {
      assertThat(Wildcard.matches("a*".repeat(50_000) + "b", text)).isFalse();
      assertThat(Wildcard.matches("*" + "?*".repeat(50_000) + "aab", text)).isFalse();
      assertThat(Wildcard.matches("a*".repeat(50_000) + "a", text)).isTrue();
    });
  }
}
