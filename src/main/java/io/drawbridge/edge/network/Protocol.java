package io.drawbridge.edge.network;

import io.drawbridge.cloud.ResourceId;
import java.util.Optional;

/**
 * What packet filters tell apart below ports.
 *
 * <p>Source: IANA, "Assigned Internet Protocol Numbers". <b>Not modelled:</b> other protocols, over which no service is offered that is asked
 * for here.
 */
public enum Protocol {
  /** In a rule: every protocol. */
  ANY,
  TCP,
  UDP,
  /** ICMP and ICMPv6; types stand in place of ports. */
  ICMP;

  /** As rules write it: a name, a number, {@code -1} or {@code *} for every one; empty for a protocol that is not told apart. */
  public static Optional<Protocol> parse(String text) {
    return switch (ResourceId.lowerCase(text)) {
      case "-1", "*", "any", "all" -> Optional.of(ANY);
      case "6", "tcp" -> Optional.of(TCP);
      case "17", "udp" -> Optional.of(UDP);
      case "1", "icmp", "58", "icmpv6" -> Optional.of(ICMP);
      default -> Optional.empty();
    };
  }

  /** Whether a rule for this protocol speaks of packets of another. */
  public boolean includes(Protocol packet) {
    return this == ANY || this == packet;
  }
}
