package io.drawbridge.edge.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.ActiveAzureRole;
import io.drawbridge.inventory.azure.AzureRoleAssignment;
import io.drawbridge.inventory.azure.EligibleAzureRole;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who holds which Azure role where, now or after activation; what stands in several listings counts once.
 *
 * <p>An assignment for a time is in force when its listing was read, or it is none. Source: Privileged Identity Management, "Assign Azure
 * resource roles". <b>Not modelled:</b> who must approve an activation, and what else its policy asks; classic administrators, whom Azure
 * retired on 31 August 2024: a listing of them grants nothing.
 */
public final class HeldRoles {

  private final Delegations delegations;
  private final Map<DocumentRef, String> holders = new HashMap<>();
  private final List<Resource> records = new ArrayList<>();
  private final List<RoleAssignment> active = new ArrayList<>();
  private final List<RoleAssignment> eligible = new ArrayList<>();

  /** What makes two assignments the same holding. */
  private record Holding(String principalId, String roleGuid, String scope, String condition) {}

  HeldRoles(Estate estate) {
    InForce inForce = InForce.of(estate);
    Set<Holding> seen = new HashSet<>();
    for (AzureRoleAssignment read : estate.inventory().all(AzureRoleAssignment.class)) {
      add(read, read.assignment(), active, seen);
    }
    for (ActiveAzureRole read : estate.inventory().all(ActiveAzureRole.class).stream().filter(each -> inForce.holds(each.origin(), each.term())).toList()) {
      add(read, read.assignment(), active, seen);
    }
    for (EligibleAzureRole read : estate.inventory().all(EligibleAzureRole.class).stream()
        .filter(each -> inForce.holds(each.origin(), each.term())).toList()) {
      add(read, read.assignment(), eligible, seen);
    }
    delegations = new Delegations(estate);
    for (Delegations.Delegated one : delegations.all()) {
      add(one.read(), one.assignment(), one.eligible() ? eligible : active, seen);
    }
  }

  Delegations delegations() {
    return delegations;
  }

  private void add(Resource read, RoleAssignment assignment, List<RoleAssignment> list, Set<Holding> seen) {
    if (seen.add(new Holding(assignment.principalId(), assignment.roleGuid(), assignment.scope().text(), assignment.condition()))) {
      records.add(read);
      holders.put(assignment.document(), assignment.principalId());
      list.add(assignment);
    }
  }

  /** To whom the assignment of a document was made. */
  Optional<String> holder(DocumentRef document) {
    return Optional.ofNullable(holders.get(document));
  }

  List<Resource> records() {
    return records;
  }

  List<RoleAssignment> active() {
    return active;
  }

  /** What is held only after activation. */
  List<RoleAssignment> eligible() {
    return eligible;
  }

  public Stream<RoleAssignment> all() {
    return Stream.concat(active.stream(), eligible.stream());
  }
}
