package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.azure.AppRoleAssignment;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.GroupMember;
import io.drawbridge.inventory.azure.ServicePrincipal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which users an application signs in: all of its tenant, or those that are assigned, by themselves or as direct members of a group. */
final class AssignedUsers {

  private final Estate estate;
  private final ServicePrincipal application;
  private final Map<EntraId, AppRoleAssignment> assigned = new HashMap<>();

  AssignedUsers(Estate estate, ServicePrincipal application) {
    this.estate = estate;
    this.application = application;
    AppRoleHolders.of(estate).assignments(application.id()).forEach(assignment -> assigned.putIfAbsent(assignment.principal(), assignment));
  }

  boolean admits(EntraUser user) {
    return user.accountEnabled() && (!application.assignmentRequired() || assigned.containsKey(user.id()) || membership(user.id()).isPresent());
  }

  private Optional<GroupMember> membership(EntraId user) {
    return Directory.of(estate).groups(user).stream().filter(link -> assigned.containsKey(link.group())).findFirst();
  }

  /** What says that it does. */
  Proof proof(EntraUser user) {
    if (!application.assignmentRequired()) {
      return Observed.fact(application, "/appRoleAssignmentRequired", "no assignment is asked for");
    }
    Proof own = assignment(user.id());
    return own.evidence().isEmpty() ? membership(user.id()).map(link -> Observed.fact(link, "/id", link.member().objectId()).and(assignment(link.group()))).orElse(own) : own;
  }

  private Proof assignment(EntraId principal) {
    return Optional.ofNullable(assigned.get(principal)).map(held -> Observed.grant(held, "/principalId", principal.objectId())).orElse(Proof.of(List.of()));
  }
}
