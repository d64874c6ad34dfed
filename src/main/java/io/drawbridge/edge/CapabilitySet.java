package io.drawbridge.edge;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.CapabilitySetId;
import io.drawbridge.graph.ContentHash;
import io.drawbridge.graph.Proof;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One capability over one scope or pattern, whose members all have the same answer for every principal that enters.
 *
 * <p>INVARIANT: the id determines the members within one estate: what the scope covers, less what the hash of exceptions names, or just
 * what the hash of members names.
 *
 * @param members sorted by id
 */
public record CapabilitySet(CapabilitySetId id, List<Member> members) {

  /** Begins the part of a name that is a hash of what members' own sides say. */
  public static final String SAID = "~";

  /** Sorts before every id: no list of exceptions hashes as one of members. */
  private static final String ONLY = "";

  private static final int HASH_DIGITS = 16;

  public CapabilitySet {
    members = members.stream().sorted(Comparator.comparing(Member::id)).toList();
  }

  /**
   * A resource of the set.
   *
   * @param proof the member's own side: its policy, its key, the fact that it lies in the scope
   */
  public record Member(ResourceId id, Proof proof) {}

  /**
   * Names a set by its scope and by what of that scope is not in it.
   *
   * @param exceptions what the scope covers and the set leaves out, in any order
   */
  public static CapabilitySet of(String capability, String scope, Collection<? extends ResourceId> exceptions, List<Member> members) {
    String except = exceptions.isEmpty() ? "" : hash(exceptions.stream().map(ResourceId::text));
    return new CapabilitySet(new CapabilitySetId(capability, scope, except), members);
  }

  /** Names a set by its scope and its members: for a small part of a large scope, which an unrelated resource more does not rename. */
  public static CapabilitySet only(String capability, String scope, List<Member> members) {
    return new CapabilitySet(new CapabilitySetId(capability, scope, hash(Stream.concat(Stream.of(ONLY), members.stream().map(member -> member.id().text())))), members);
  }

  private static String hash(Stream<String> texts) {
    var hash = new ContentHash();
    texts.sorted().forEach(hash::add);
    return hash.hex().substring(0, HASH_DIGITS);
  }
}
