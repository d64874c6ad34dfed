package io.drawbridge.edge.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An attacker on the internet at one first octet of an IPv4 address: where they chose to come from.
 *
 * <p>Why a bound on the prefix: an attacker may rent addresses nearly anywhere, but not in one company's block. A rule for a
 * narrower block neither opens a port to the internet nor closes it. Wide blocks can split the internet in halves, so that one
 * filter lets one half in and the next filter the other: hence one attacker is held against all filters of a way.
 *
 * @param octet of a public address
 */
record PublicSource(int octet) {

  /** A block at least as wide as this is not one organization's own. */
  private static final int WIDEST_OWNED_IPV4 = 8;

  private static final Pattern BLOCK = Pattern.compile("(\\d{1,3})\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}/(\\d{1,2})");

  /** First octets in which no attacker is: this network, private, loopback, and others that are reserved in part. */
  private static final Set<Integer> NOT_PUBLIC = Set.of(0, 10, 100, 127, 169, 172, 192);

  private static final int FIRST_MULTICAST = 224;

  /** True for {@code 0.0.0.0/0} and other IPv4 blocks too wide to be anybody's own. */
  static boolean isInternet(String cidr) {
    return prefix(cidr).isPresent();
  }

  /** One attacker for each part that the blocks split the internet into: blocks that are not wide split nothing. */
  static List<PublicSource> among(Collection<String> blocks) {
    SortedSet<Integer> starts = new TreeSet<>(Set.of(0));
    for (String block : blocks) {
      prefix(block).ifPresent(prefix -> {
        int width = 1 << (WIDEST_OWNED_IPV4 - prefix);
        int start = octet(block) / width * width;
        starts.add(start);
        starts.add(start + width);
      });
    }
    List<PublicSource> sources = new ArrayList<>();
    for (int start : starts) {
      firstPublic(start, starts.tailSet(start + 1).stream().findFirst().orElse(FIRST_MULTICAST)).ifPresent(sources::add);
    }
    return List.copyOf(sources);
  }

  /** Whether a rule for the block speaks of this attacker. */
  boolean isIn(String cidr) {
    OptionalInt prefix = prefix(cidr);
    return prefix.isPresent() && octet >> (WIDEST_OWNED_IPV4 - prefix.getAsInt()) == octet(cidr) >> (WIDEST_OWNED_IPV4 - prefix.getAsInt());
  }

  /** How narrow a wide block is; −1 for what is none. */
  static int prefixLength(String cidr) {
    return prefix(cidr).orElse(-1);
  }

  private static Optional<PublicSource> firstPublic(int from, int to) {
    for (int octet = from; octet < Math.min(to, FIRST_MULTICAST); octet++) {
      if (!NOT_PUBLIC.contains(octet)) {
        return Optional.of(new PublicSource(octet));
      }
    }
    return Optional.empty();
  }

  private static OptionalInt prefix(String cidr) {
    Matcher matcher = BLOCK.matcher(cidr);
    int prefix = matcher.matches() ? Integer.parseInt(matcher.group(2)) : WIDEST_OWNED_IPV4;
    return prefix < WIDEST_OWNED_IPV4 ? OptionalInt.of(prefix) : OptionalInt.empty();
  }

  private static int octet(String cidr) {
    return Integer.parseInt(cidr.substring(0, cidr.indexOf('.')));
  }
}
