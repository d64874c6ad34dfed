package io.drawbridge.edge.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Blocks that rules speak of, by what lies in them: two addresses whose narrowest block is the same are the same to all of those rules.
 *
 * <p>Why by length: of blocks that contain an address there is at most one of each length, so a look-up costs as many steps as there are
 * different lengths, not blocks.
 */
public final class BlockIndex {

  private final Set<IpBlock> blocks;
  private final NavigableSet<Integer> lengths = new TreeSet<>();

  public BlockIndex(Collection<IpBlock> blocks) {
    this.blocks = Set.copyOf(new HashSet<>(blocks));
    blocks.forEach(block -> lengths.add(block.prefix()));
  }

  /** Every block that contains the address, narrowest first. */
  public List<IpBlock> around(IpBlock address) {
    List<IpBlock> found = new ArrayList<>();
    for (int length : lengths.descendingSet()) {
      if (length <= address.prefix() && blocks.contains(address.widened(length))) {
        found.add(address.widened(length));
      }
    }
    return found;
  }

  /** The narrowest block that contains the address. */
  public Optional<IpBlock> closest(IpBlock address) {
    return around(address).stream().findFirst();
  }
}
