package io.drawbridge.edge.azure;

import io.drawbridge.policy.azure.AzureRoles;
import io.drawbridge.policy.azure.DenyAssignment;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The deny assignments that may forbid an action wherever the same apply.
 *
 * <p>Not a record, because it is compared by identity: {@link Denials} makes one for equal lists, so that thousands of targets are told apart
 * without comparing what their denies say.
 */
final class AppliedDenies {

  static final AppliedDenies NONE = new AppliedDenies(List.of());

  private final List<DenyAssignment> denies;
  private final Set<String> mentioned = new HashSet<>();

  AppliedDenies(List<DenyAssignment> denies) {
    this.denies = List.copyOf(denies);
    for (DenyAssignment deny : denies) {
      mentioned.addAll(deny.principalIds());
      mentioned.addAll(deny.excludePrincipalIds());
    }
    mentioned.remove(DenyAssignment.EVERYONE);
  }

  List<DenyAssignment> all() {
    return denies;
  }

  /** Roles of the same definitions under these denies, held by nobody. */
  AzureRoles over(AzureRoles roles) {
    return roles.under(denies);
  }

  /** The ids of principals that they name or spare. */
  Set<String> mentioned() {
    return Collections.unmodifiableSet(mentioned);
  }
}
