package io.drawbridge.edge.network;

import io.drawbridge.policy.AddressBlock;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A block of IPv4 or IPv6 addresses; a bare address is a block of one.
 *
 * <p>Why two longs: blocks are keys of maps, and an estate has many.
 *
 * @param high the first 64 bits, those of an IPv4 address in their upper half
 * @param low the other 64 bits of an IPv6 address
 */
public record IpBlock(boolean isV6, long high, long low, int prefix) implements Comparable<IpBlock> {

  public static final IpBlock ALL_V4 = new IpBlock(false, 0, 0, 0);
  public static final IpBlock ALL_V6 = new IpBlock(true, 0, 0, 0);

  private static final int V6_BYTES = 16;

  public IpBlock {
    high &= mask(prefix);
    low &= mask(prefix - Long.SIZE);
  }

  /** Empty for what is no block in CIDR form and no address. */
  public static Optional<IpBlock> parse(String text) {
    return AddressBlock.parse(text).map(block -> {
      ByteBuffer bits = ByteBuffer.allocate(V6_BYTES).put(block.address()).rewind();
      return new IpBlock(block.address().length == V6_BYTES, bits.getLong(), bits.getLong(), block.prefix());
    });
  }

  /** A block that the source writes. */
  public static IpBlock of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("`" + text + "` is no block of addresses"));
  }

  /** Whether every address of the other is of this one; blocks of which neither contains the other have none in common. */
  public boolean contains(IpBlock other) {
    return isV6 == other.isV6 && prefix <= other.prefix && equals(other.widened(prefix));
  }

  /** The block of that many bits that it lies in. */
  IpBlock widened(int bits) {
    return new IpBlock(isV6, high, low, bits);
  }

  /** The first 8 bits. */
  int firstOctet() {
    return (int) (high >>> (Long.SIZE - Byte.SIZE));
  }

  private static long mask(int bits) {
    if (bits <= 0) {
      return 0;
    }
    return bits >= Long.SIZE ? -1 : -1L << (Long.SIZE - bits);
  }

  @Override
  public int compareTo(IpBlock other) {
    int family = Boolean.compare(isV6, other.isV6);
    int byHigh = family != 0 ? family : Long.compareUnsigned(high, other.high);
    int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    return byLow != 0 ? byLow : Integer.compare(prefix, other.prefix);
  }

  /** In CIDR form; of an IPv6 address the first zeros in a row are left out. */
  @Override
  public String toString() {
    return (isV6 ? v6() : v4()) + "/" + prefix;
  }

  private String v4() {
    return IntStream.range(1, 5).mapToObj(i -> String.valueOf(high >>> (Long.SIZE - i * Byte.SIZE) & 0xFF)).collect(Collectors.joining("."));
  }

  private String v6() {
    String full = LongStream.of(high, low).boxed()
        .flatMap(half -> IntStream.range(1, 5).mapToObj(i -> Long.toHexString(half >>> (Long.SIZE - i * Short.SIZE) & 0xFFFF))).collect(Collectors.joining(":"));
    return full.replaceFirst("(^|:)0(:0)+(:|$)", "::");
  }
}
