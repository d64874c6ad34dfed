package io.drawbridge.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.policy.Wildcard;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A pattern that was read once matches what the patterns' own comparisons match. */
class ReadPatternTest {

  private static final int PAIRS = 100_000;
  private static final List<String> PIECES =
      List.of("arn", ":", ":", ":", "aws", "s3", "iam", "a", "b", "a/b", "*", "?", "::", "*:", ":*", String.valueOf(Wildcard.LITERAL_STAR), "arn:aws:s3:::", "arn:aws:iam::1:role/");

  @Test
  void matchesAsItsComparisonsDo() {
    var random = new SplittableRandom(1);
    int matched = 0;
    for (int i = 0; i < PAIRS; i++) {
      String pattern = text(random);
      String text = random.nextBoolean() ? text(random) : pattern.replace("*", random.nextBoolean() ? "a:b" : "").replace('?', 'b');
      var read = new ReadPattern(pattern);
      assertThat(read.matches(text)).as("`%s` matches `%s`", pattern, text).isEqualTo(Wildcard.matches(pattern, text));
      assertThat(read.names(text)).as("`%s` names `%s`", pattern, text).isEqualTo(ArnPattern.names(pattern, text));
      matched += read.names(text) ? 1 : 0;
    }
    assertThat(matched).isBetween(PAIRS / 10, PAIRS * 9 / 10);
  }

  private static String text(SplittableRandom random) {
    var text = new StringBuilder(random.nextBoolean() ? "arn:aws:s3:::" : "");
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
