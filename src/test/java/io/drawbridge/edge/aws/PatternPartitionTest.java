package io.drawbridge.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.edge.Glob;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PatternPartitionTest {

  @Test
  void aBucketIsNamedByAPatternOfItsObjects() {
    var partition = new PatternPartition<>(Map.of("arn:aws:s3:::shop/", 1, "arn:aws:s3:::shop-logs/", 2));
    assertThat(partition.matching("arn:aws:s3:::shop/reports/*")).containsExactly("arn:aws:s3:::shop/");
    assertThat(partition.matching("arn:aws:s3:::shop*")).containsExactly("arn:aws:s3:::shop-logs/", "arn:aws:s3:::shop/");
    assertThat(partition.matching("arn:aws:s3:::shop")).isEmpty();
    assertThat(partition.matching("arn:aws:s3:::sho/*")).isEmpty();
  }

  @Test
  void partsAreTheClassesOfEqualPatterns() {
    var partition = new PatternPartition<>(Map.of("a:1", 1, "a:2", 2, "b:1", 3, "c", 4));
    assertThat(partition.split(List.of("a:*", "*:1"))).extracting(part -> part.members().keySet().toString())
        .containsExactly("[a:1]", "[a:2]", "[b:1]");
  }

  @RepeatedTest(100)
  void theIndexAgreesWithAskingEveryResource(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var arns = new TreeMap<String, Integer>();
    for (int i = 0; i < 40; i++) {
      arns.put(text(random, "ab/") + (random.nextInt(3) == 0 ? "/" : ""), i);
    }
    var partition = new PatternPartition<>(arns);
    for (int i = 0; i < 40; i++) {
      String pattern = text(random, "ab/*?");
      assertThat(partition.matching(pattern))
          .as("pattern %s, seed %d", pattern, repetition.getCurrentRepetition())
          .containsExactlyElementsOf(arns.keySet().stream().filter(arn -> PatternPartition.names(new Glob(pattern), arn)).toList());
    }
  }

  private static String text(Random random, String letters) {
    var text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(6); i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
