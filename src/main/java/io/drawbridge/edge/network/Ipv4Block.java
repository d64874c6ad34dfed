package io.drawbridge.edge.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of IPv4 addresses; a bare address is a block of one. */
record Ipv4Block(int network, int prefix) {

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

  static Optional<Ipv4Block> parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int address = 0;
    for (int group = 1; group <= 4; group++) {
      int part = Integer.parseInt(matcher.group(group));
      if (part > 255) {
        return Optional.empty();
      }
      address = (address << Byte.SIZE) | part;
    }
    int prefix = matcher.group(5) == null ? Integer.SIZE : Integer.parseInt(matcher.group(5));
    return prefix > Integer.SIZE ? Optional.empty() : Optional.of(new Ipv4Block(address, prefix));
  }

  /** False for what is no address. */
  boolean contains(String address) {
    return parse(address).filter(other -> other.prefix == Integer.SIZE && (other.network & mask()) == (network & mask())).isPresent();
  }

  private int mask() {
    return prefix == 0 ? 0 : -1 << (Integer.SIZE - prefix);
  }
}
