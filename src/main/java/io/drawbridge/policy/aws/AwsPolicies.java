package io.drawbridge.policy.aws;

import java.util.List;
import java.util.Optional;

/**
 * Every document that bears on one request.
 *
 * @param identity of the principal and its groups
 * @param resource the resource's own policy; for {@code sts:AssumeRole*} the role's trust policy
 * @param boundary empty: no boundary; an empty list: a boundary that allows nothing
 * @param scps one list per level from the root down; each level must allow; an empty outer list: no organization
 * @param rcps likewise
 * @param session present when a session policy was given
 */
public record AwsPolicies(
    List<NamedPolicy> identity,
    Optional<NamedPolicy> resource,
    Optional<List<NamedPolicy>> boundary,
    List<List<NamedPolicy>> scps,
    List<List<NamedPolicy>> rcps,
    Optional<NamedPolicy> session,
    List<NamedPolicy> endpoint) {

  public AwsPolicies {
    identity = List.copyOf(identity);
    scps = List.copyOf(scps);
    rcps = List.copyOf(rcps);
    endpoint = List.copyOf(endpoint);
  }

  public static AwsPolicies identityOnly(List<NamedPolicy> identity) {
    return new AwsPolicies(identity, Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), List.of());
  }
}
