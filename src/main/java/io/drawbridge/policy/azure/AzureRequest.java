package io.drawbridge.policy.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.List;
import java.util.Set;

/**
 * One question: may this principal do this at this scope.
 *
 * @param principalIds its object id and those of all its groups, transitively, in lower case
 * @param ancestors the whole chain above the scope, nearest first, management groups and the root {@code /} included
 */
public record AzureRequest(
    Set<String> principalIds,
    String action,
    boolean dataAction,
    ArmId scope,
    List<ArmId> ancestors,
    AttributeContext attributes) {

  public AzureRequest {
    principalIds = Set.copyOf(principalIds);
    ancestors = List.copyOf(ancestors);
  }
}
