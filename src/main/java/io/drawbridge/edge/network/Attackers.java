package io.drawbridge.edge.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Attackers on the internet, as many as rules tell apart by where they chose to come from.
 *
 * <p>Why a bound on the prefix: an attacker may rent addresses nearly anywhere, but not in one company's block. A rule for a
 * narrower block neither opens a port to the internet nor closes it. Wide blocks can split the internet in halves, so that one
 * filter lets one half in and the next filter the other: hence one attacker is held against all filters of a way. An attacker's address
 * is a block of the widest that is not one organization's own, so that the rules for narrower blocks do not speak of it.
 *
 * <p>Sources: IANA IPv4 and IPv6 special-purpose address registries; IPv6 global unicast address assignments (registries hold blocks of /12).
 */
public final class Attackers {

  private static final int V4_BITS = 7;
  private static final int V6_BITS = 12;

  /** Every block of {@value #V4_BITS} bits below it has public addresses. */
  private static final int FIRST_MULTICAST = 224;

  private static final IpBlock GLOBAL_V6 = IpBlock.of("2000::/3");

  private Attackers() {}

  /** True for {@code 0.0.0.0/0} and other blocks too wide to be anybody's own. */
  public static boolean areIn(IpBlock block) {
    return block.prefix() <= bits(block.isV6()) && (!block.isV6() || block.contains(GLOBAL_V6) || GLOBAL_V6.contains(block));
  }

  /** One attacker for each part that the blocks split the internet into, of each family; blocks that are not wide split nothing. */
  public static List<IpBlock> among(Collection<IpBlock> blocks) {
    List<IpBlock> attackers = new ArrayList<>(family(blocks, false));
    attackers.addAll(family(blocks, true));
    return List.copyOf(attackers);
  }

  private static List<IpBlock> family(Collection<IpBlock> blocks, boolean v6) {
    int bits = bits(v6);
    NavigableSet<Integer> starts = new TreeSet<>(Set.of(0, 1 << bits));
    for (IpBlock block : blocks) {
      if (block.isV6() == v6 && block.prefix() <= bits) {
        int start = (int) (block.high() >>> (Long.SIZE - bits));
        starts.add(start);
        starts.add(start + (1 << (bits - block.prefix())));
      }
    }
    List<IpBlock> attackers = new ArrayList<>();
    for (int start : starts.headSet(1 << bits)) {
      for (int at = start; at < starts.higher(start); at++) {
        var attacker = new IpBlock(v6, (long) at << (Long.SIZE - bits), 0, bits);
        if (isPublic(attacker)) {
          attackers.add(attacker);
          break;
        }
      }
    }
    return attackers;
  }

  private static boolean isPublic(IpBlock block) {
    return block.isV6() ? GLOBAL_V6.contains(block) : block.firstOctet() < FIRST_MULTICAST;
  }

  private static int bits(boolean v6) {
    return v6 ? V6_BITS : V4_BITS;
  }
}
