package io.drawbridge.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.access.AzureAccess;
import io.drawbridge.edge.azure.access.KnownAttributes;
import io.drawbridge.edge.azure.data.StoreScopes;
import io.drawbridge.inventory.azure.AzureRoleAssignment;
import io.drawbridge.inventory.azure.EligibleAzureRole;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.inventory.azure.StorageAccount;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.policy.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On random estates: who-can names exactly those whom the evaluator allows, and what-can has a line for each action that is allowed and takes back what is not. */
class AzureAccessLawTest {

  private static final int SEEDS = Integer.getInteger("drawbridge.laws", 300) / 5;
  private static final Map<String, Boolean> ACTIONS = new TreeMap<>(Map.of("Microsoft.Compute/virtualMachines/runCommand/action", false,
      "Microsoft.Compute/virtualMachines/read", false, "Microsoft.Storage/storageAccounts/listKeys/action", false,
      "Microsoft.Authorization/roleAssignments/write", false, "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read", true));

  @Test
  void whoCanNamesThoseWhomTheEvaluatorAllows() {
    int named = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Estate estate = RandomAzureEstate.of(seed);
      for (ArmId scope : scopes(estate)) {
        for (var action : ACTIONS.entrySet()) {
          var question = new AzureAccess.Question(action.getKey(), action.getValue(), scope.text(), new TreeMap<>());
          SortedSet<String> answered = new TreeSet<>(AzureAccess.whoCan(estate, question).rulings().stream().map(AccessRuling::principal).toList());
          SortedSet<String> expected = new TreeSet<>();
          principals(estate).filter(who -> AzureAuthorization.of(estate).ruling(who, action.getKey(), action.getValue(), action.getValue() ? StoreScopes.inside(scope) : scope,
              KnownAttributes.at(scope, new TreeMap<>())).possible()).forEach(who -> expected.add(who.text()));
          assertThat(answered).as("seed %s: %s at %s", seed, action, scope).isEqualTo(expected);
          named += answered.size();
        }
      }
    }
    assertThat(named).isGreaterThan(SEEDS);
  }

  @Test
  void whatCanHasALineForWhatIsAllowedAndTakesBackWhatIsNot() {
    int possible = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Estate estate = RandomAzureEstate.of(seed);
      for (EntraId who : principals(estate).toList()) {
        List<AccessRuling> lines = AzureAccess.whatCan(estate, who.text()).rulings();
        for (ArmId scope : scopes(estate)) {
          for (var action : ACTIONS.entrySet()) {
            boolean allowed = AzureAuthorization.of(estate).ruling(who, action.getKey(), action.getValue(), scope).possible();
            List<Boolean> said = said(estate, lines, action.getKey(), action.getValue(), scope);
            assertThat(allowed ? said.contains(true) : !said.contains(true) || said.contains(false))
                .as("seed %s: %s %s at %s is allowed: %s, and lines say %s", seed, who, action, scope, allowed, said).isTrue();
            possible += allowed ? 1 : 0;
          }
        }
      }
    }
    assertThat(possible).isGreaterThan(SEEDS);
  }

  /** What the lines say that take an action in at a scope. */
  private static List<Boolean> said(Estate estate, List<AccessRuling> lines, String action, boolean data, ArmId scope) {
    List<ArmId> chain = AzureAuthorization.of(estate).reaching(scope);
    return lines.stream().filter(line -> line.dataAction() == data && isAbout(line, scope, chain))
        .filter(line -> covers(line.action(), action)).map(line -> line.ruling().possible()).distinct().toList();
  }

  /** True when a line is about a scope: said of it or of what it lies in, unless only of what lies below. */
  private static boolean isAbout(AccessRuling line, ArmId scope, List<ArmId> chain) {
    boolean below = line.resource().endsWith("*");
    var place = new ArmId(line.resource().equals("/*") ? "/" : line.resource().replaceFirst("/\\*$", ""));
    return chain.contains(place) && !(below && place.equals(scope));
  }

  private static boolean covers(String pattern, String action) {
    return Wildcard.matches(pattern.toLowerCase(java.util.Locale.ROOT), action.toLowerCase(java.util.Locale.ROOT));
  }

  private static Stream<EntraId> principals(Estate estate) {
    return Stream.concat(estate.inventory().all(EntraUser.class).stream().map(EntraUser::id),
        estate.inventory().all(ServicePrincipal.class).stream().map(ServicePrincipal::id));
  }

  private static List<ArmId> scopes(Estate estate) {
    SortedSet<ArmId> scopes = new TreeSet<>();
    estate.inventory().all(AzureRoleAssignment.class).forEach(held -> scopes.add(held.assignment().scope()));
    estate.inventory().all(EligibleAzureRole.class).forEach(held -> scopes.add(held.assignment().scope()));
    estate.inventory().all(StorageAccount.class).forEach(account -> scopes.add(account.id()));
    estate.inventory().all(VirtualMachine.class).forEach(machine -> scopes.add(machine.id()));
    return new ArrayList<>(scopes);
  }
}
