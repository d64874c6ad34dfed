package io.drawbridge.edge;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.graph.Proof;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits the members of big sets into shares, sets themselves, which sets of nearly the same members have in common.
 *
 * <p>Why: the sets of many callers may each leave out another few of the same thousand roles; drawn flat, they would cost callers ×
 * roles. Where a share ends is decided by the members' own ids, as in a skip list, so that a member more or less changes the shares
 * around it and no others: such a set costs what it leaves out, not what it holds, and an unrelated change of the estate moves nothing.
 *
 * <p>INVARIANT: the id of a share is the hash of its members and of what each member's side says, so it determines both.
 */
public final class SetShares {

  /** A set of so many members or shares is worth no further level. */
  private static final int FEW = 32;

  /** A share has about 2 to this power members. */
  private static final int BITS = 4;

  private static final int HASH_DIGITS = 16;

  private final Link link;
  private final Set<ResourceId> drawn = new HashSet<>();

  /** Draws what joins a set to a member of it, or to a share; the same share of another set of the same capability is not drawn again. */
  @FunctionalInterface
  public interface Link {
    /**
     * Joins the two.
     *
     * @param part a member, or a set for a share
     * @param proof the member's side; empty for a share
     */
    void join(CapabilitySetId set, ResourceId part, Proof proof);
  }

  /** Shares that lead from a set to its members. */
  SetShares(EdgeSink sink) {
    this((set, part, proof) -> sink.edge(Edge.of(set, part, EdgeKind.IN_SET, CapabilitySets.MEMBERSHIP, proof, 0)));
  }

  public SetShares(Link link) {
    this.link = link;
  }

  /**
   * A member or a share.
   *
   * @param rank on how many levels a share ends here
   */
  private record Part(ResourceId id, Proof proof, int rank) {}

  /** Draws what joins a set to its members. */
  public void draw(CapabilitySet set) {
    List<Part> parts = new ArrayList<>();
    set.members().forEach(member -> parts.add(new Part(member.id(), member.proof(), rank(member.id()))));
    List<Part> level = parts;
    for (int rank = 1; level.size() > FEW; rank++) {
      level = shares(level, rank, set.id());
    }
    connect(set.id(), level);
  }

  private List<Part> shares(List<Part> parts, int rank, CapabilitySetId set) {
    List<Part> shares = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).rank >= rank || i == parts.size() - 1) {
        shares.add(share(parts.subList(from, i + 1), set));
        from = i + 1;
      }
    }
    return shares;
  }

  private Part share(List<Part> parts, CapabilitySetId set) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    var id = new CapabilitySetId(set.capability().split(CapabilitySet.SAID, 2)[0], home(set.scope()) + "/" + CapabilitySet.SAID + hash(parts), "");
    if (drawn.add(id)) {
      connect(id, parts);
    }
    return new Part(id, Proof.of(List.of()), parts.getLast().rank);
  }

  private void connect(CapabilitySetId set, List<Part> parts) {
    parts.forEach(part -> link.join(set, part.id, part.proof));
  }

  /** The account of an AWS scope; a scope of Azure as it is. */
  private static String home(String scope) {
    return scope.startsWith("/") || scope.contains("://") ? scope : scope.split("/", 2)[0];
  }

  /** How many times in a row a die of 2 to the power of {@link #BITS} sides, thrown by the id, shows its first side. */
  private static int rank(ResourceId id) {
    int mixed = id.text().hashCode() * 0x9E3779B9;
    mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA6B;
    return Integer.numberOfTrailingZeros(mixed ^ (mixed >>> 13)) / BITS;
  }

  private static String hash(List<Part> parts) {
    var hash = new ContentHash();
    for (Part part : parts) {
      hash.add(part.id.text()).add(Integer.toString(part.proof.evidence().size()));
      for (Evidence item : part.proof.evidence()) {
        hash.add(item.side().name()).add(item.statement().document().toString()).add(item.statement().pointer());
      }
      part.proof.unread().forEach(unread -> hash.add(unread.toString()));
    }
    return hash.hex().substring(0, HASH_DIGITS);
  }
}
