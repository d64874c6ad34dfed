package io.drawbridge.edge.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.access.AzureAccess;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.azure.AzureParsers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Estates that somebody made to be too much: each is derived in time, and what cannot be known is a gap. */
class HostileEstateTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final String TENANT = "7e000000-0000-4000-8000-000000000001";
  private static final String RG = "/subscriptions/sub/resourceGroups/rg";
  private static final String ACCOUNT = RG + "/providers/Microsoft.Storage/storageAccounts/st";
  private static final String READER = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
  private static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";

  private final List<Document> documents = new ArrayList<>();

  @Test
  void conditionsOfTenThousandClausesOnManyContainers() {
    String condition = IntStream.range(0, 10_000).mapToObj(i -> "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringLike 'p" + i + "/*'")
        .collect(Collectors.joining(" OR "));
    add("arm:microsoft.storage/storageaccounts", "", List.of(Map.of("id", ACCOUNT)));
    add("arm:microsoft.storage/storageaccounts/blobservices/containers", "", IntStream.range(0, 50).mapToObj(i -> Map.of("id", ACCOUNT + "/blobServices/default/containers/c" + i)).toList());
    add("arm:microsoft.authorization/roleassignments", "", List.of(assignment("a", "user", READER, ACCOUNT, Map.of("condition", condition, "conditionVersion", "2.0"))));
    add("graph:users", "", List.of(Map.of("id", "user")));
    List<Edge> edges = edges();
    assertThat(edges).filteredOn(edge -> edge.technique().equals("azure-blob-read")).isNotEmpty().allSatisfy(edge -> assertThat(edge.condition().isNone()).isFalse());
  }

  @Test
  void groupsInGroupsTenThousandDeepAndRound() {
    int depth = 10_000;
    add("graph:groups", "", IntStream.range(0, depth).mapToObj(i -> Map.of("id", "g" + i)).toList());
    for (int i = 0; i < depth; i++) {
      add("graph:groups-members", "g" + i, List.of(Map.of("id", i + 1 < depth ? "g" + (i + 1) : "user"), Map.of("id", "g" + (i / 2))));
    }
    add("graph:users", "", List.of(Map.of("id", "user"), Map.of("id", "other")));
    add("arm:microsoft.compute/virtualmachines", "", List.of(Map.of("id", RG + "/providers/Microsoft.Compute/virtualMachines/vm")));
    add("arm:microsoft.authorization/roleassignments", "", List.of(assignment("a", "g0", CONTRIBUTOR, RG, Map.of())));
    add("arm:microsoft.authorization/denyassignments", "", List.of(Map.of("id", RG + "/providers/Microsoft.Authorization/denyAssignments/d", "properties",
        Map.of("scope", RG, "principals", List.of(Map.of("id", "other")), "permissions", List.of(Map.of("actions", List.of("*")))))));
    Estate estate = estate();
    assertThat(Assertions.assertTimeoutPreemptively(BOUND, () -> Derivation.of(estate, AzureRules.NODES, AzureRules.EDGES).graph().edges()))
        .anyMatch(edge -> edge.technique().equals("azure-vm-run-command") && edge.from().equals(new EntraId(TENANT, "g0")));
    var question = new AzureAccess.Question("Microsoft.Compute/virtualMachines/runCommand/action", false, RG, new TreeMap<>());
    assertThat(AzureAccess.whoCan(estate, question).rulings()).extracting(ruling -> ruling.principal()).containsExactly("entra://" + TENANT + "/user");
  }

  @Test
  void whatIsNamedAndIsNotThereGrantsNothingOrStandsAsAStub() {
    add("arm:microsoft.compute/virtualmachines", "", List.of(Map.of("id", RG + "/providers/Microsoft.Compute/virtualMachines/vm")));
    add("arm:microsoft.authorization/roleassignments", "", List.of(
        assignment("a", "nobody", CONTRIBUTOR, RG, Map.of()), assignment("b", "nobody", "99999999-0000-4000-8000-000000000000", RG, Map.of()),
        assignment("c", "nobody", CONTRIBUTOR, "/subscriptions/elsewhere/resourceGroups/gone", Map.of())));
    Derivation derived = Derivation.of(estate(), AzureRules.NODES, AzureRules.EDGES);
    assertThat(derived.graph().edges()).filteredOn(edge -> edge.from().equals(new EntraId(TENANT, "nobody"))).extracting(Edge::technique).contains("azure-vm-run-command");
    assertThat(derived.gaps()).anyMatch(gap -> gap.operation().equals("arm:microsoft.authorization/roledefinitions") && gap.resource().startsWith("99999999"));
  }

  @Test
  void aDefinitionAndAnAssignmentReadTwiceCountOnce() {
    String role = "/providers/Microsoft.Authorization/roleDefinitions/5e000000-0000-4000-8000-000000000001";
    Map<String, Object> definition = Map.of("id", role, "name", "5e000000-0000-4000-8000-000000000001", "properties", Map.of("roleName", "r", "type", "CustomRole",
        "permissions", List.of(Map.of("actions", List.of("Microsoft.Compute/*")))));
    add("arm:microsoft.authorization/roledefinitions", "", List.of(definition, definition));
    add("arm:microsoft.compute/virtualmachines", "", List.of(Map.of("id", RG + "/providers/Microsoft.Compute/virtualMachines/vm")));
    Map<String, Object> held = assignment("a", "user", "5e000000-0000-4000-8000-000000000001", RG, Map.of());
    add("arm:microsoft.authorization/roleassignments", "", List.of(held, held));
    add("arm:microsoft.authorization/roleassignments", "", List.of(held));
    assertThat(edges()).filteredOn(edge -> edge.technique().equals("azure-vm-run-command")).hasSize(1);
  }

  @Test
  void scopesThatLieInEachOtherAreWalkedOnce() {
    String group = "/providers/Microsoft.Management/managementGroups/";
    add("arm:microsoft.management/managementgroups/entities", "", List.of());
    add("arm:microsoft.resources/subscriptions", "", List.of(
        Map.of("id", "/subscriptions/sub", "type", "/subscriptions", "properties", Map.of("tenantId", TENANT, "parent", Map.of("id", group + "one"))),
        Map.of("id", group + "one", "type", "Microsoft.Management/managementGroups", "properties", Map.of("tenantId", TENANT, "parent", Map.of("id", group + "two"))),
        Map.of("id", group + "two", "type", "Microsoft.Management/managementGroups", "properties", Map.of("tenantId", TENANT, "parent", Map.of("id", group + "one")))));
    Estate estate = estate();
    assertThat(ArmScopes.of(estate).chain(new ArmId(RG))).doesNotHaveDuplicates().contains(new ArmId(group + "one"), new ArmId(group + "two"), ArmScopes.ROOT);
  }

  @Test
  void manyDenyAssignmentsCostTheirNumber() {
    int count = 4_000;
    add("arm:microsoft.compute/virtualmachines", "", IntStream.range(0, count).mapToObj(i -> Map.of("id", vm(i))).toList());
    add("arm:microsoft.authorization/roleassignments", "", List.of(assignment("a", "user", CONTRIBUTOR, RG, Map.of())));
    add("arm:microsoft.authorization/denyassignments", "", IntStream.range(0, count).mapToObj(i -> Map.of("id", vm(i) + "/providers/Microsoft.Authorization/denyAssignments/d", "properties",
        Map.of("scope", vm(i), "principals", List.of(Map.of("id", "other" + i)), "permissions", List.of(Map.of("actions", List.of("*")))))).toList());
    assertThat(edges()).filteredOn(edge -> edge.technique().equals("azure-vm-run-command") && edge.from() instanceof EntraId).hasSize(count);
  }

  private static String vm(int i) {
    return RG + "/providers/Microsoft.Compute/virtualMachines/vm" + i;
  }

  private static Map<String, Object> assignment(String name, String principal, String role, String scope, Map<String, Object> more) {
    Map<String, Object> properties = new TreeMap<>(more);
    properties.putAll(Map.of("principalId", principal, "roleDefinitionId", "/providers/Microsoft.Authorization/roleDefinitions/" + role, "scope", scope));
    return Map.of("id", scope + "/providers/Microsoft.Authorization/roleAssignments/" + name, "properties", properties);
  }

  private void add(String operation, String subject, List<? extends Map<String, ?>> items) {
    documents.add(new Document(Operation.parse(operation), Scope.tenant(TENANT), "global", subject, new TreeMap<>(), JSON.valueToTree(Map.of("value", items)),
        SnapshotId.IN_MEMORY, "hostile"));
  }

  private List<Edge> edges() {
    return Assertions.assertTimeoutPreemptively(BOUND, () -> List.copyOf(Derivation.of(estate(), AzureRules.NODES, AzureRules.EDGES).graph().edges()));
  }

  private Estate estate() {
    InventoryBuilder inventory = new ParserRegistry(AzureParsers.ALL, AzureParsers.FALLBACKS).parse(documents);
    List<CoverageEntry> coverage = documents.stream().map(document -> new CoverageEntry(document.scope(), document.region(), document.operation(), document.subject(),
        CoverageStatus.COMPLETE, "", Instant.EPOCH)).toList();
    return new Estate(inventory.build(), new Coverage(coverage, inventory.malformed()));
  }
}
