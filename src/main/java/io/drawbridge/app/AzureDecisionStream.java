package io.drawbridge.app;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.inventory.azure.AzureDenyAssignment;
import io.drawbridge.inventory.azure.AzureRoleAssignment;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.AttributeContext;
import io.drawbridge.policy.azure.AzureEvaluator;
import io.drawbridge.policy.azure.AzureRequest;
import io.drawbridge.policy.azure.AzureRoles;
import io.drawbridge.policy.azure.ReferenceRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Requests of a tenant's users about its machines, drawn from a seed, and two ways of deciding them: what the benchmarks measure. */
final class AzureDecisionStream {

  private static final List<String> ACTIONS = List.of("Microsoft.Compute/virtualMachines/runCommand/action", "Microsoft.Compute/virtualMachines/write",
      "Microsoft.Compute/virtualMachines/read", "Microsoft.Authorization/roleAssignments/write");
  private static final int REQUESTS = 20_000;

  private final AzureAuthorization authorization;
  private final AzureRoles roles;
  private final AzureEvaluator plain = new AzureEvaluator();
  private final List<EntraId> callers = new ArrayList<>();
  private final List<AzureRequest> requests = new ArrayList<>();

  AzureDecisionStream(Estate estate, long seed) {
    authorization = AzureAuthorization.of(estate);
    roles = new AzureRoles(ReferenceRoles.all(), estate.inventory().all(AzureRoleAssignment.class).stream().map(AzureRoleAssignment::assignment).toList(),
        estate.inventory().all(AzureDenyAssignment.class).stream().flatMap(deny -> deny.blocks().stream()).toList());
    var random = new SplittableRandom(seed);
    List<EntraId> users = estate.inventory().all(EntraUser.class).stream().map(EntraUser::id).toList();
    List<ArmId> machines = estate.inventory().all(VirtualMachine.class).stream().map(VirtualMachine::id).toList();
    for (int i = 0; i < REQUESTS && !users.isEmpty() && !machines.isEmpty(); i++) {
      EntraId caller = users.get(random.nextInt(users.size()));
      callers.add(caller);
      requests.add(new AzureRequest(Set.of(caller.objectId()), ACTIONS.get(random.nextInt(ACTIONS.size())), false,
          machines.get(random.nextInt(machines.size())), List.of(), AttributeContext.UNKNOWN));
    }
  }

  int size() {
    return requests.size();
  }

  /** As the evaluator alone decides, without groups: the yardstick. */
  Decision plainly(int number) {
    return plain.decide(requests.get(number), roles);
  }

  /** As rules ask, with groups, eligible roles and the evidence. */
  Ruling withEvidence(int number) {
    AzureRequest request = requests.get(number);
    return authorization.ruling(callers.get(number), request.action(), false, request.scope());
  }
}
