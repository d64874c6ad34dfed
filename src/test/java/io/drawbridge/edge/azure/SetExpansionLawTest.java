package io.drawbridge.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.azure.data.StorageRead;
import io.drawbridge.edge.azure.data.VaultContents;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AzureRoleAssignment;
import io.drawbridge.inventory.azure.BlobContainer;
import io.drawbridge.inventory.azure.EligibleAzureRole;
import io.drawbridge.inventory.azure.EntraUser;
import io.drawbridge.inventory.azure.ServicePrincipal;
import io.drawbridge.inventory.azure.StorageAccount;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.inventory.azure.VaultSecret;
import io.drawbridge.inventory.azure.VirtualMachine;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.azure.AttributeContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Expanding all sets equals asking for every pair: on random estates, for every principal, capability and resource. */
class SetExpansionLawTest {

  private static final int SEEDS = Integer.getInteger("drawbridge.laws", 300);
  private static final Set<String> CONTENTS = Set.of("azure-vault-contents", "azure-storage-contents");

  private enum Answer {
    NO,
    CONDITIONAL,
    YES
  }

  /** One question for each principal: an action on a resource, and the technique that stands for it. */
  private record Question(String technique, String action, boolean dataAction, ArmId scope, ResourceId gained, boolean conditional) {}

  @Test
  void expandedSetsSayWhatEveryPairSays() {
    Map<Answer, Integer> met = new EnumMap<>(Answer.class);
    for (long seed = 0; seed < SEEDS; seed++) {
      Estate estate = RandomAzureEstate.of(seed);
      Map<ResourceId, List<Edge>> edges = new HashMap<>();
      Derivation.of(estate, AzureRules.NODES, AzureRules.EDGES).graph().edges()
          .forEach(edge -> edges.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge));
      for (EntraId principal : principals(estate)) {
        for (Question question : questions(estate)) {
          Answer expected = asked(estate, principal, question);
          assertThat(drawn(edges, principal, question)).as("seed %s: %s %s", seed, principal, question).isEqualTo(expected);
          met.merge(expected, 1, Integer::sum);
        }
      }
    }
    assertThat(met.keySet()).as("the estates are worth asking").containsExactly(Answer.values());
    assertThat(met.values()).allSatisfy(count -> assertThat(count).isGreaterThan(SEEDS / 10));
  }

  private static List<EntraId> principals(Estate estate) {
    return Stream.concat(estate.inventory().all(EntraUser.class).stream().map(EntraUser::id),
        estate.inventory().all(ServicePrincipal.class).stream().map(ServicePrincipal::id)).toList();
  }

  private static List<Question> questions(Estate estate) {
    var all = estate.inventory();
    List<Question> questions = new ArrayList<>();
    for (Vault vault : all.all(Vault.class)) {
      boolean closed = vault.network().restricted();
      questions.add(vault.rbac() ? new Question("azure-vault-secret-read", VaultContents.GET_SECRET, true, new ArmId(vault.id() + "/secrets/any"), vault.id(), closed)
          : new Question("azure-vault-write", "Microsoft.KeyVault/vaults/write", false, vault.id(), vault.id(), false));
      all.all(VaultSecret.class).stream().filter(secret -> vault.rbac() && secret.id().isWithin(vault.id())).forEach(secret ->
          questions.add(new Question("azure-vault-secret-read", VaultContents.GET_SECRET, true, secret.id(), secret.id(), closed)));
    }
    String read = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
    for (StorageAccount account : all.all(StorageAccount.class)) {
      if (all.all(AzureRoleAssignment.class).stream().allMatch(each -> each.assignment().condition().isEmpty())
          && all.all(EligibleAzureRole.class).stream().allMatch(each -> each.assignment().condition().isEmpty())) {
        questions.add(new Question("azure-blob-read", read, true, new ArmId(account.id() + "/blobservices/default/containers/any"), account.id(), false));
      }
      all.all(BlobContainer.class).stream().filter(container -> container.account().equals(account.id())).forEach(container ->
          questions.add(new Question("azure-blob-read", read, true, container.id(), container.id(), false)));
      if (account.sharedKeyAccess()) {
        questions.add(new Question("azure-storage-list-keys", "Microsoft.Storage/storageAccounts/listKeys/action", false, account.id(), account.id(), false));
      }
    }
    for (Resource machine : all.all(VirtualMachine.class)) {
      ArmId id = new ArmId(machine.id().text());
      questions.add(new Question("azure-vm-run-command", "Microsoft.Compute/virtualMachines/runCommand/action", false, id, id, false));
    }
    ScopePowers.of(estate).subscriptions().keySet().forEach(scope ->
        questions.add(new Question("azure-role-assignment-write", RoleAssignmentWriting.ACTION, false, scope, ScopePowers.over(scope), false)));
    return questions;
  }

  private static Answer asked(Estate estate, EntraId principal, Question question) {
    Ruling ruling = AzureAuthorization.of(estate).ruling(principal, question.action, question.dataAction, question.scope, known(question));
    return switch (ruling.decision()) {
      case Decision.Denied denied -> Answer.NO;
      case Decision.Conditional conditional -> Answer.CONDITIONAL;
      case Decision.Allowed allowed -> question.conditional ? Answer.CONDITIONAL : Answer.YES;
    };
  }

  private static AttributeContext known(Question question) {
    var known = new TreeMap<String, List<String>>();
    if (question.scope.text().contains("/containers/")) {
      known.put(StorageRead.CONTAINER_NAME, List.of(question.scope.name()));
    }
    return new AttributeContext("", known, true);
  }

  /** Follows memberships, then one edge of the technique, then sets and what lies inside. */
  private static Answer drawn(Map<ResourceId, List<Edge>> edges, EntraId principal, Question question) {
    Answer best = Answer.NO;
    for (ResourceId holder : reach(edges, Set.of(principal), EdgeKind.MEMBER_OF, Set.of())) {
      for (Edge edge : edges.getOrDefault(holder, List.of())) {
        if (edge.technique().equals(question.technique)
            && reach(edges, Set.of(edge.to()), EdgeKind.IN_SET, CONTENTS).contains(question.gained)) {
          best = Optional.of(edge.condition().isNone() ? Answer.YES : Answer.CONDITIONAL).filter(Answer.YES::equals).orElse(best == Answer.YES ? best : Answer.CONDITIONAL);
        }
      }
    }
    return best;
  }

  private static Set<ResourceId> reach(Map<ResourceId, List<Edge>> edges, Set<ResourceId> from, EdgeKind kind, Set<String> techniques) {
    Set<ResourceId> found = new TreeSet<>(from);
    List<ResourceId> open = new ArrayList<>(from);
    while (!open.isEmpty()) {
      for (Edge edge : edges.getOrDefault(open.removeLast(), List.of())) {
        if ((edge.kind() == kind || techniques.contains(edge.technique())) && found.add(edge.to())) {
          open.add(edge.to());
        }
      }
    }
    return found;
  }
}
