package io.drawbridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatternMeetTest {

  @Test
  void theNarrowerOfTwoIsTheMeeting() {
    assertThat(PatternMeet.ofActions("s3:*", "s3:Get*")).containsExactly("s3:Get*");
    assertThat(PatternMeet.ofActions("S3:getobject", "s3:Get*")).containsExactly("S3:getobject");
    assertThat(PatternMeet.ofResources("arn:aws:s3:::A", "arn:aws:s3:::a*")).isEmpty();
  }

  @Test
  void whatOneBeginsAndTheOtherEndsIsTheMeeting() {
    assertThat(PatternMeet.ofActions("s3:Get*", "*Object")).containsExactly("s3:Get*Object");
    assertThat(PatternMeet.ofActions("s3:Get*", "s3:Put*")).isEmpty();
  }

  @Test
  void anEndAndABeginningThatOverlapMeetOnceMore() {
    assertThat(PatternMeet.ofResources("ab*", "*bc")).containsExactlyInAnyOrder("abc", "ab*bc");
  }

  @Test
  void whatStandsBetweenStarsComesInEitherOrder() {
    assertThat(PatternMeet.ofResources("*red*", "*blue*")).containsExactlyInAnyOrder("*red*blue*", "*blue*red*");
    assertThat(PatternMeet.ofResources("*ab*", "*bc*")).containsExactlyInAnyOrder("*ab*bc*", "*bc*ab*", "*abc*");
  }

  @Test
  void starsWithoutEndAreBounded() {
    assertThat(PatternMeet.ofResources("*a*b*c*d*e*f*g*h*i*", "*1*2*3*4*5*6*7*8*9*")).hasSizeLessThanOrEqualTo(PatternMeet.MOST).isNotEmpty();
    assertThat(PatternMeet.ofResources("*a".repeat(200) + "*", "*b".repeat(200) + "*")).hasSizeLessThanOrEqualTo(PatternMeet.MOST).isNotEmpty();
  }

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("drawbridge.laws", 200) * 5);
  }

  /** Over every text of up to six letters. */
  @ParameterizedTest
  @MethodSource("seeds")
  void theMeetingIsWhatBothTakeIn(int seed) {
    var random = new Random(seed);
    String one = pattern(random);
    String other = pattern(random);
    List<Glob> meets = PatternMeet.ofResources(one, other).stream().map(Glob::new).toList();
    assertThat(meets.size()).isLessThan(PatternMeet.MOST);
    texts(6).forEach(text -> assertThat(meets.stream().anyMatch(meet -> meet.matches(text))).as("%s and %s in %s: %s", one, other, meets, text)
        .isEqualTo(new Glob(one).matches(text) && new Glob(other).matches(text)));
  }

  private static String pattern(Random random) {
    var text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(6); i++) {
      text.append("ab**?".charAt(random.nextInt(5)));
    }
    return text.toString();
  }

  private static Stream<String> texts(int length) {
    return length == 0 ? Stream.of("") : Stream.concat(texts(length - 1), texts(length - 1).filter(text -> text.length() == length - 1)
        .flatMap(text -> Stream.of(text + "a", text + "b")));
  }
}
