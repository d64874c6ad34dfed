package io.drawbridge.edge.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IpBlockTest {

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @Test
  void bitsBehindThePrefixDoNotCount() {
    assertThat(IpBlock.of("10.1.2.3/8")).isEqualTo(IpBlock.of("10.0.0.0/8")).hasToString("10.0.0.0/8");
    assertThat(IpBlock.of("2001:db8::1/32")).isEqualTo(IpBlock.of("2001:db8::/32")).hasToString("2001:db8::/32");
    assertThat(IpBlock.of("::/0")).hasToString("::/0");
    assertThat(IpBlock.of("2001:db8:0:1::7:0")).hasToString("2001:db8:0:1::7:0/128");
    assertThat(IpBlock.of("2001:db8::1:2").contains(IpBlock.of("2001:db8::1:3"))).isFalse();
    assertThat(IpBlock.of("0.0.0.0/0").contains(IpBlock.of("2001:db8::1"))).isFalse();
    assertThat(IpBlock.parse("pl-1")).isEmpty();
    assertThat(IpBlock.parse("10.0.0.0/33")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theIndexFindsWhatAskingEveryBlockFinds(int seed) {
    var random = new Random(seed);
    List<IpBlock> blocks = IntStream.range(0, 30).mapToObj(i -> some(random)).distinct().toList();
    var index = new BlockIndex(blocks);
    for (int i = 0; i < 40; i++) {
      IpBlock asked = some(random);
      assertThat(index.around(asked)).as("seed %d, %s", seed, asked).containsExactlyInAnyOrderElementsOf(blocks.stream().filter(block -> block.contains(asked)).toList());
      assertThat(index.around(asked)).isSortedAccordingTo((one, other) -> other.prefix() - one.prefix());
    }
  }

  private static IpBlock some(Random random) {
    int bits = random.nextInt(8);
    return random.nextInt(4) == 0 ? IpBlock.of("2001:db8:" + bits + "::/" + random.nextInt(129)) : IpBlock.of("10." + (bits & 3) + "." + (bits >> 2) * 128 + ".1/" + random.nextInt(33));
  }
}
