package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.DenyAssignment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A virtual machine that somebody can both change and run code on. */
final class MachineOfOwn implements Beside {

  private static final String CHANGE = "Microsoft.Compute/virtualMachines/write";
  private static final List<String> RUN = List.of("Microsoft.Compute/virtualMachines/runCommand/action", "Microsoft.Compute/virtualMachines/extensions/write");

  private final AzureAuthorization authorization;
  private final Set<String> mentioned = new HashSet<>();
  private final Map<String, Set<ArmId>> changing = new HashMap<>();
  private final Map<ArmId, List<ArmId>> machines = new HashMap<>();
  private final Map<Set<String>, Decision> known = new HashMap<>();

  MachineOfOwn(Estate estate) {
    this.authorization = AzureAuthorization.of(estate);
    for (VirtualMachine machine : estate.inventory().all(VirtualMachine.class)) {
      ArmScopes.of(estate).chain(machine.id()).forEach(scope -> machines.computeIfAbsent(scope, none -> new ArrayList<>()).add(machine.id()));
    }
    var grants = new Grants(estate);
    for (Grant grant : grants.of(List.of(CHANGE), false)) {
      changing.computeIfAbsent(grant.principalId(), none -> new TreeSet<>()).add(grant.scope());
      mentioned.add(grant.principalId());
    }
    grants.of(RUN, false).forEach(grant -> mentioned.add(grant.principalId()));
    for (DenyAssignment deny : new Denials(estate, List.of(CHANGE, RUN.getFirst(), RUN.getLast()), false).all()) {
      mentioned.addAll(deny.principalIds());
      mentioned.addAll(deny.excludePrincipalIds());
    }
    mentioned.remove(DenyAssignment.EVERYONE);
  }

  @Override
  public Set<String> mentioned() {
    return mentioned;
  }

  @Override
  public Decision decide(Set<String> ids) {
    Set<String> telling = new HashSet<>(ids);
    telling.retainAll(mentioned);
    Decision decided = known.get(telling);
    if (decided == null) {
      decided = ask(ids);
      known.put(telling, decided);
    }
    return decided;
  }

  /** The first machine that settles it. */
  private Decision ask(Set<String> ids) {
    Set<ArmId> scopes = new TreeSet<>();
    ids.forEach(id -> scopes.addAll(changing.getOrDefault(id, Set.of())));
    Decision best = new Decision.Denied(false, List.of());
    for (ArmId scope : scopes) {
      for (ArmId machine : machines.getOrDefault(scope, List.of())) {
        best = Deciding.or(best, onMachine(ids, machine));
        if (best instanceof Decision.Allowed) {
          return best;
        }
      }
    }
    return best;
  }

  private Decision onMachine(Set<String> ids, ArmId machine) {
    Decision run = Deciding.or(authorization.decide(ids, RUN.getFirst(), machine), authorization.decide(ids, RUN.getLast(), machine));
    return run.possible() ? Deciding.and(authorization.decide(ids, CHANGE, machine), run) : run;
  }
}
