package io.drawbridge.edge.aws;

import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The effective documents of a principal.
 *
 * @param identity its own, those attached to it, and those of its groups
 * @param boundary empty: none, or one that could not be read
 * @param scps one list per level from the organization's root down
 * @param unreadable what the documents that exist and could not be read must permit
 * @param unread restricting sides that were never collected
 */
public record PrincipalDocuments(
    List<NamedPolicy> identity,
    Optional<List<NamedPolicy>> boundary,
    List<List<NamedPolicy>> scps,
    List<Requirement> unreadable,
    List<Unread> unread) {

  public PrincipalDocuments {
    identity = List.copyOf(identity);
    scps = List.copyOf(scps);
    unreadable = List.copyOf(unreadable);
    unread = List.copyOf(unread);
  }

  /** The documents of every layer. */
  public List<NamedPolicy> all() {
    List<NamedPolicy> all = new ArrayList<>(identity);
    boundary.ifPresent(all::addAll);
    scps.forEach(all::addAll);
    return all;
  }

  /** The same principal without its boundary. */
  public PrincipalDocuments withoutBoundary() {
    return new PrincipalDocuments(identity, Optional.empty(), scps, unreadable.stream().filter(one -> !Unreadable.isOfBoundary(one)).toList(), unread);
  }

  /** True when each of the actions is allowed by some statement for some resource: spares those who may plainly not, which is most. */
  public boolean mayAll(List<String> actions) {
    return actions.stream().allMatch(action -> identity.stream().flatMap(policy -> policy.document().statements().stream())
        .anyMatch(statement -> statement.allows() && statement.speaksOf(action)));
  }

  /** The same principal with more policies. */
  public PrincipalDocuments and(List<NamedPolicy> more) {
    return holding(Stream.concat(identity.stream(), more.stream()).toList());
  }

  /** The same principal with other text in the place of a policy, wherever that is attached. */
  public PrincipalDocuments replacing(NamedPolicy old, NamedPolicy now) {
    return holding(identity.stream().map(policy -> policy.equals(old) ? now : policy).toList());
  }

  /** The same principal without policies, each taken off in one place. */
  public PrincipalDocuments without(List<NamedPolicy> gone) {
    List<NamedPolicy> left = new ArrayList<>(identity);
    gone.forEach(left::remove);
    return holding(left);
  }

  private PrincipalDocuments holding(List<NamedPolicy> policies) {
    return new PrincipalDocuments(policies, boundary, scps, unreadable, unread);
  }

  /** True when a boundary limits it, read or not. */
  public boolean isBounded() {
    return boundary.isPresent() || unreadable.stream().anyMatch(Unreadable::isOfBoundary);
  }

  /** The ARN of the boundary that was read, or empty. */
  String boundaryArn() {
    return boundary.stream().flatMap(List::stream).flatMap(policy -> policy.document().statements().stream()).findFirst()
        .map(statement -> statement.ref().document().id()).orElse("");
  }
}
