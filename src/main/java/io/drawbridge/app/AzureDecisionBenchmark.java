package io.drawbridge.app;

import io.drawbridge.app.DecisionBenchmark.Speed;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.inventory.azure.AzureDenyAssignment;
import io.drawbridge.inventory.azure.AzureRoleAssignment;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.policy.azure.AttributeContext;
import io.drawbridge.policy.azure.AzureEvaluator;
import io.drawbridge.policy.azure.AzureRequest;
import io.drawbridge.policy.azure.AzureRoles;
import io.drawbridge.policy.azure.ReferenceRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Decisions per second over the users and machines of a tenant, on one core. */
final class AzureDecisionBenchmark {

  private static final List<String> ACTIONS = List.of("Microsoft.Compute/virtualMachines/runCommand/action", "Microsoft.Compute/virtualMachines/write",
      "Microsoft.Compute/virtualMachines/read", "Microsoft.Authorization/roleAssignments/write");
  private static final int REQUESTS = 20_000;

  private final AzureAuthorization authorization;
  private final AzureRoles roles;
  private final List<EntraId> callers = new ArrayList<>();
  private final List<AzureRequest> requests = new ArrayList<>();

  AzureDecisionBenchmark(Estate estate, long seed) {
    authorization = AzureAuthorization.of(estate);
    roles = new AzureRoles(ReferenceRoles.all(), estate.inventory().all(AzureRoleAssignment.class).stream().map(AzureRoleAssignment::assignment).toList(),
        estate.inventory().all(AzureDenyAssignment.class).stream().flatMap(deny -> deny.blocks().stream()).toList());
    var random = new SplittableRandom(seed);
    List<EntraId> users = estate.inventory().all(EntraUser.class).stream().map(EntraUser::id).toList();
    List<ArmId> machines = estate.inventory().all(VirtualMachine.class).stream().map(VirtualMachine::id).toList();
    for (int i = 0; i < REQUESTS && !users.isEmpty() && !machines.isEmpty(); i++) {
      EntraId caller = users.get(random.nextInt(users.size()));
      callers.add(caller);
      requests.add(new AzureRequest(caller.objectId(), Set.of(caller.objectId()), ACTIONS.get(random.nextInt(ACTIONS.size())), false,
          machines.get(random.nextInt(machines.size())), List.of(), AttributeContext.UNKNOWN));
    }
  }

  /** The evaluator alone, without groups, first: the yardstick. */
  List<Speed> run() {
    var plain = new AzureEvaluator();
    return List.of(
        DecisionBenchmark.measured("plain evaluator", requests.size(), i -> plain.decide(requests.get(i), roles)),
        DecisionBenchmark.measured("ruling with evidence", requests.size(), i -> authorization.ruling(callers.get(i), requests.get(i).action(), false,
            requests.get(i).scope())));
  }
}
