package io.drawbridge.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/** A block of IPv4 or IPv6 addresses in CIDR form; a bare address is a block of one. No name is ever looked up. */
public final class AddressBlock {

  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]{2,45}");

  /** 4 or 16 bytes. */
  private final byte[] address;

  private final int prefix;
  private final String written;

  private AddressBlock(byte[] address, int prefix, String written) {
    this.address = address;
    this.prefix = prefix;
    this.written = written;
  }

  public static Optional<AddressBlock> parse(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> address = address(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int bits = address.get().length * Byte.SIZE;
    try {
      int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      return prefix < 0 || prefix > bits ? Optional.empty() : Optional.of(new AddressBlock(address.get(), prefix, text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  public boolean contains(String text) {
    Optional<byte[]> other = address(text);
    return other.isPresent() && begins(other.get());
  }

  /** Whether every address of another block is of this one; blocks that do not cover each other have none in common. */
  public boolean covers(AddressBlock other) {
    return prefix <= other.prefix && begins(other.address);
  }

  /** The address it is written with: 4 bytes, or 16. */
  public byte[] address() {
    return address.clone();
  }

  /** How many of the first bits count. */
  public int prefix() {
    return prefix;
  }

  /** As it was written. */
  @Override
  public String toString() {
    return written;
  }

  private boolean begins(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int shift = Byte.SIZE - 1 - bit % Byte.SIZE;
      if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) >> shift & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> address(String text) {
    var ipv4 = IPV4.matcher(text);
    if (ipv4.matches()) {
      byte[] bytes = new byte[4];
      for (int i = 0; i < bytes.length; i++) {
        int part = Integer.parseInt(ipv4.group(i + 1));
        if (part > 255) {
          return Optional.empty();
        }
        bytes[i] = (byte) part;
      }
      return Optional.of(bytes);
    }
    return IPV6.matcher(text).matches() ? ipv6(text) : Optional.empty();
  }

  private static Optional<byte[]> ipv6(String text) {
    String[] halves = text.split("::", -1);
    if (halves.length > 2) {
      return Optional.empty();
    }
    String[] head = groups(halves[0]);
    String[] tail = halves.length == 2 ? groups(halves[1]) : new String[0];
    int missing = 8 - head.length - tail.length;
    if (halves.length == 1 ? missing != 0 : missing < 1) {
      return Optional.empty();
    }
    byte[] bytes = new byte[16];
    return put(bytes, 0, head) && put(bytes, 8 - tail.length, tail) ? Optional.of(bytes) : Optional.empty();
  }

  private static String[] groups(String half) {
    return half.isEmpty() ? new String[0] : half.split(":", -1);
  }

  private static boolean put(byte[] bytes, int at, String[] groups) {
    for (int i = 0; i < groups.length; i++) {
      if (groups[i].isEmpty() || groups[i].length() > 4) {
        return false;
      }
      int value = Integer.parseInt(groups[i], 16);
      bytes[(at + i) * 2] = (byte) (value >> Byte.SIZE);
      bytes[(at + i) * 2 + 1] = (byte) value;
    }
    return true;
  }
}
