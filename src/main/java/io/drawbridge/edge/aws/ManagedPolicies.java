package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.ManagedPolicy;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.ReferencePolicies;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds managed policies by ARN, in the estate or else in the reference data, and remembers those that nobody read. */
final class ManagedPolicies {

  private final Inventory inventory;
  private final SortedSet<String> unknown = new TreeSet<>();

  ManagedPolicies(Estate estate) {
    this.inventory = estate.inventory();
  }

  /** The policy's default version; one that is not found is remembered. */
  Optional<NamedPolicy> find(String arn) {
    Optional<NamedPolicy> found = Arn.find(arn).flatMap(id -> inventory.find(ManagedPolicy.class, id)).map(ManagedPolicy::policy)
        .or(() -> ReferencePolicies.find(arn));
    if (found.isEmpty()) {
      unknown.add(arn);
    }
    return found;
  }

  /** The ARNs that were asked for and not found. */
  SortedSet<String> unknown() {
    return unknown;
  }
}
