package io.drawbridge.edge.azure;

import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.ActiveAzureRole;
import io.drawbridge.inventory.azure.AzureRoleAssignment;
import io.drawbridge.inventory.azure.EligibleAzureRole;
import io.drawbridge.policy.azure.RoleAssignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who holds which Azure role where, now or after activation; what stands in several listings counts once.
 *
 * <p>An assignment for a time is in force when its listing was read, or it is none. Source: Privileged Identity Management, "Assign Azure
 * resource roles". <b>Not modelled:</b> classic administrators, whom Azure
 * retired on 31 August 2024: a listing of them grants nothing.
 */
public final class HeldRoles {

  private final Delegations delegations;
  private final Map<DocumentRef, String> holders = new HashMap<>();
  private final List<Resource> records = new ArrayList<>();
  private final List<RoleAssignment> all = new ArrayList<>();
  private final Map<DocumentRef, Proof> sides = new HashMap<>();

  /** What makes two assignments the same holding. */
  private record Holding(String principalId, String roleGuid, String scope, String condition) {}

  HeldRoles(Estate estate) {
    InForce inForce = InForce.of(estate);
    var activations = new RoleActivations(estate);
    Set<Holding> seen = new HashSet<>();
    for (AzureRoleAssignment read : estate.inventory().all(AzureRoleAssignment.class)) {
      add(read, read.assignment(), seen);
    }
    for (ActiveAzureRole read : estate.inventory().all(ActiveAzureRole.class).stream().filter(each -> inForce.holds(each.origin(), each.term())).toList()) {
      add(read, read.assignment(), seen);
    }
    for (EligibleAzureRole read : estate.inventory().all(EligibleAzureRole.class).stream()
        .filter(each -> inForce.holds(each.origin(), each.term())).toList()) {
      RoleAssignment activated = read.assignment().after(activations.requirements(read.assignment()));
      sides.put(activated.document(), activations.side(activated));
      add(read, activated, seen);
    }
    delegations = new Delegations(estate);
    delegations.all().stream().sorted(Comparator.comparing(one -> !one.assignment().activation().isEmpty()))
        .forEach(one -> add(one.read(), one.assignment(), seen));
  }

  Delegations delegations() {
    return delegations;
  }

  private void add(Resource read, RoleAssignment assignment, Set<Holding> seen) {
    if (seen.add(new Holding(assignment.principalId(), assignment.roleGuid(), assignment.scope().text(), assignment.condition()))) {
      records.add(read);
      holders.put(assignment.document(), assignment.principalId());
      all.add(assignment);
    }
  }

  /** To whom the assignment of a document was made. */
  Optional<String> holder(DocumentRef document) {
    return Optional.ofNullable(holders.get(document));
  }

  List<Resource> records() {
    return records;
  }

  /** What the rules of activation say of the assignment of a document; nothing of one that is held now. */
  Proof side(DocumentRef document) {
    return sides.getOrDefault(document, Proof.of(List.of()));
  }

  /** Those that must be activated first name what that asks for. */
  public List<RoleAssignment> all() {
    return all;
  }
}
