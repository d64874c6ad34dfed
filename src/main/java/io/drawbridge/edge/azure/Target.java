package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.NetworkAccess;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that a capability gains.
 *
 * @param scope where the action is asked
 * @param member what is gained
 * @param own what the resource itself asks of whoever comes
 * @param proof the resource's side
 * @param covered a scope whose holders gain this by gaining something larger: only what is granted below it counts
 * @param attributes what is known of the resource that a condition may ask, by {@code Resource[…]}
 */
public record Target(
    ArmId scope, ResourceId member, List<Requirement> own, Proof proof, Optional<ArmId> covered, SortedMap<String, List<String>> attributes) {

  public Target {
    own = List.copyOf(own);
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  public static Target of(ArmId scope, ResourceId member, Proof proof) {
    return new Target(scope, member, List.of(), proof, Optional.empty(), new TreeMap<>());
  }

  /** The same behind a store's network rules. */
  public Target behind(Resource store, NetworkAccess network) {
    return new Target(scope, member, Reach.of(network), proof.and(Reach.proof(store, network)), covered, attributes);
  }

  /** The same, which asks something more of whoever comes. */
  public Target asking(Requirement requirement) {
    List<Requirement> more = new ArrayList<>(own);
    more.add(requirement);
    return new Target(scope, member, more, proof, covered, attributes);
  }

  public Target coveredBy(ArmId larger) {
    return new Target(scope, member, own, proof, Optional.of(larger), attributes);
  }

  /** The same with an attribute that its id tells. */
  public Target known(String attribute, String value) {
    SortedMap<String, List<String>> more = new TreeMap<>(attributes);
    more.put(attribute, List.of(value));
    return new Target(scope, member, own, proof, covered, more);
  }

  /** The same, asked elsewhere: the action is on something that it is part of. */
  public Target askedAt(ArmId other) {
    return new Target(other, member, own, proof, covered, attributes);
  }
}
