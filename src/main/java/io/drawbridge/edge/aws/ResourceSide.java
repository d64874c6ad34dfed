package io.drawbridge.edge.aws;

import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Coverage.Reading;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a resource's own policy says, or why it says nothing (DESIGN §1.4): within its account it is needed only to restrict.
 *
 * @param unreadable set when the policy could not be read
 * @param unread set when it was never collected
 */
public record ResourceSide(Optional<NamedPolicy> policy, List<Requirement> unreadable, List<Unread> unread) {

  /**
   * The side as far as it was read.
   *
   * @param operation that reads it
   * @param read true when the operation's answer is at hand
   * @param names of the resource by which the operation may have been asked, the shortest first
   */
  public static ResourceSide of(Estate estate, Scope scope, Operation operation, boolean read, Optional<NamedPolicy> policy, String... names) {
    Reading reading = read ? Reading.READ : Stream.of(names).map(name -> estate.coverage().reading(scope, operation, name))
        .filter(one -> one != Reading.NEVER_COLLECTED).findFirst().orElse(Reading.NEVER_COLLECTED);
    return switch (reading) {
      case READ -> new ResourceSide(policy, List.of(), List.of());
      case UNREADABLE -> new ResourceSide(policy, List.of(Unreadable.of(operation.toString(), names[names.length - 1], "policy")), List.of());
      case NEVER_COLLECTED -> new ResourceSide(policy, List.of(), List.of(new Unread(scope, operation.toString())));
    };
  }
}
