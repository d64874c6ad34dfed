package io.drawbridge.edge.aws.iam;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.inventory.aws.IamGroup;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The policies that deny something to a principal, and what takes each of them off: singly, and all that can be together. */
final class Denials {

  private final AwsAuthorization authorization;
  private final Writes writes;

  Denials(AwsAuthorization authorization, Writes writes) {
    this.authorization = authorization;
    this.writes = writes;
  }

  private record Removal(Demand demand, List<NamedPolicy> gone) {}

  List<Change> removals(Bearer bearer) {
    List<Removal> removals = new ArrayList<>();
    bearer.inline().stream().filter(Denials::denies).forEach(policy -> itself(bearer, "iam:Delete%sPolicy", "", policy).ifPresent(removals::add));
    managed(bearer.attached()).forEach((arn, policy) -> itself(bearer, "iam:Detach%sPolicy", arn, policy).ifPresent(removals::add));
    bearer.groups().forEach(group -> ofGroup(bearer, group).ifPresent(removals::add));
    List<Change> changes = new ArrayList<>();
    removals.forEach(removal -> changes.add(change(bearer, List.of(removal))));
    if (removals.size() > 1) {
      changes.add(change(bearer, removals));
    }
    return changes;
  }

  private static Change change(Bearer bearer, List<Removal> removals) {
    List<NamedPolicy> gone = removals.stream().flatMap(removal -> removal.gone.stream()).toList();
    return new Change("", removals.stream().map(Removal::demand).toList(), bearer.identity().with(bearer.identity().documents().without(gone)));
  }

  private Optional<Removal> itself(Bearer bearer, String pattern, String policyArn, NamedPolicy policy) {
    AwsIdentity identity = bearer.identity();
    String action = pattern.formatted(identity.isUser() ? "User" : "Role");
    return when(bearer, action, writes.detaching(action, identity.arn(), bearer.tags(), bearer.boundaryArn(), policyArn), List.of(policy));
  }

  /** Leaves the group; what it allows is lost as well. */
  private Optional<Removal> ofGroup(Bearer bearer, IamGroup group) {
    List<NamedPolicy> policies = authorization.policies(group);
    String action = "iam:RemoveUserFromGroup";
    return policies.stream().noneMatch(Denials::denies) ? Optional.empty() : when(bearer, action, writes.to(action, group.id(), Map.of(), ""), policies);
  }

  private static Optional<Removal> when(Bearer bearer, String action, Demand demand, List<NamedPolicy> gone) {
    return bearer.identity().documents().mayAll(List.of(action)) ? Optional.of(new Removal(demand, gone)) : Optional.empty();
  }

  private Map<String, NamedPolicy> managed(List<String> arns) {
    Map<String, NamedPolicy> denying = new TreeMap<>();
    arns.stream().filter(arn -> Arn.find(arn).isPresent())
        .forEach(arn -> authorization.managedPolicy(arn).filter(Denials::denies).ifPresent(policy -> denying.put(arn, policy)));
    return denying;
  }

  private static boolean denies(NamedPolicy policy) {
    return policy.document().statements().stream().anyMatch(statement -> !statement.allows());
  }
}
