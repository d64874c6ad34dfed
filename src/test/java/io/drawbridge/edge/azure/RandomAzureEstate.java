package io.drawbridge.edge.azure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.azure.AzureParsers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A small Azure estate from a seed: management groups, names that begin alike, vaults of both models, nested and circular groups, switched-off
 * principals, denials with exclusions, eligible roles, administrative units and roles within them, listings that were not read.
 */
final class RandomAzureEstate {

  static final String TENANT = "7e000000-0000-4000-8000-000000000001";

  private static final ParserRegistry PARSERS = new ParserRegistry(AzureParsers.ALL, AzureParsers.FALLBACKS);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVERYONE = "00000000-0000-0000-0000-000000000000";
  private static final List<List<String>> ACTIONS =
      List.of(List.of(), List.of("*"), List.of("*/read"), List.of("Microsoft.Storage/*"), List.of("Microsoft.Compute/virtualMachines/*"),
          List.of("Microsoft.KeyVault/vaults/write"), List.of("Microsoft.Authorization/*"), List.of("*/listKeys/action", "*/runCommand/action"),
          List.of("Microsoft.*/*/action", "*.Compute/*/read"));
  private static final List<List<String>> DATA =
      List.of(List.of(), List.of(), List.of("*"), List.of("Microsoft.KeyVault/vaults/secrets/*"), List.of("*/blobs/read"), List.of("*/getSecret/action"));

  /** Application, Helpdesk, Groups, User and Privileged Role Administrator. */
  private static final List<String> DIRECTORY_ROLES = List.of("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "729827e3-9c14-49f7-bb1b-9608f156bbb8",
      "fdd7a751-b60b-444a-984c-02652fe8fa1c", "fe930be7-5e62-47db-91af-98c3a49a38b1", "e8611ab8-c189-46e8-94e1-60213ab1f814");

  private final Random random;
  private final List<Document> documents = new ArrayList<>();
  private final List<CoverageEntry> coverage = new ArrayList<>();
  private final List<String> principals = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> scopes = new ArrayList<>();

  private RandomAzureEstate(long seed) {
    this.random = new Random(seed);
  }

  /** What is added to an estate that is otherwise the same. */
  enum Extra {
    NOTHING,
    DENY,
    ASSIGNMENT,
    DIRECTORY_ROLE,
    RESTRICTED_UNIT,
    LOCKS
  }

  static Estate of(long seed) {
    return of(seed, Extra.NOTHING);
  }

  static Estate of(long seed, Extra extra) {
    var estate = new RandomAzureEstate(seed);
    estate.directory();
    estate.hierarchy();
    estate.roles();
    estate.administration(new Random(~seed));
    switch (extra) {
      case NOTHING -> { }
      case DENY -> estate.document("arm:microsoft.authorization/denyassignments", "", List.of(estate.deny(9)));
      case ASSIGNMENT -> estate.document("arm:microsoft.authorization/roleassignments", "", List.of(estate.assignment("extra")));
      case DIRECTORY_ROLE -> estate.document("graph:roleAssignments", "", List.of(estate.directoryRole("extra", estate.random)));
      case RESTRICTED_UNIT -> {
        estate.document("graph:administrativeUnits", "", List.of(Map.of("id", "closed", "isMemberManagementRestricted", true)));
        estate.document("graph:administrativeUnits-members", "closed", List.of(Map.of("id", estate.anyone()), Map.of("id", estate.anyone())));
      }
      case LOCKS -> estate.add("arm:microsoft.authorization/locks", "", estate.some(1, 4, estate::lock));
    }
    return estate.read();
  }

  /** With somebody new in no group, who holds one role at one scope. */
  static Estate withNewcomer(long seed, String newcomer, String role, String scope) {
    var estate = new RandomAzureEstate(seed);
    estate.directory();
    estate.hierarchy();
    estate.roles();
    estate.administration(new Random(~seed));
    estate.document("graph:users", "", List.of(Map.of("id", newcomer, "displayName", newcomer, "accountEnabled", true)));
    estate.document("arm:microsoft.authorization/roleassignments", "", List.of(Map.of("id", scope + "/providers/Microsoft.Authorization/roleAssignments/new", "properties",
        Map.of("roleDefinitionId", "/providers/Microsoft.Authorization/roleDefinitions/" + role, "principalId", newcomer, "scope", scope))));
    return estate.read();
  }

  private Estate read() {
    InventoryBuilder inventory = PARSERS.parse(documents);
    return new Estate(inventory.build(), new Coverage(coverage, inventory.malformed()));
  }

  private Map<String, Object> lock(int i) {
    return Map.of("id", one(scopes.stream().filter(scope -> scope.startsWith("/subscriptions/")).toList()) + "/providers/Microsoft.Authorization/locks/l" + i, "properties",
        Map.of("level", random.nextInt(4) > 0 ? "ReadOnly" : "CanNotDelete"));
  }

  private void directory() {
    add("graph:users", "", some(1, 4, i -> Map.of("id", principal("user-" + i), "displayName", "u" + i, "accountEnabled", random.nextInt(6) > 0)));
    add("graph:servicePrincipals", "", some(0, 3, i -> Map.of("id", principal("app-" + i), "appId", "c" + i, "servicePrincipalType", "Application")));
    add("graph:groups", "", some(0, 4, i -> {
      groups.add("group-" + i);
      return Map.of("id", "group-" + i, "displayName", "g" + i, "securityEnabled", true);
    }));
    for (String group : groups) {
      List<String> candidates = new ArrayList<>(principals);
      candidates.addAll(groups);
      add("graph:groups-members", group, some(0, 3, i -> Map.of("id", one(candidates))));
    }
  }

  /** Directory roles over the tenant, a unit or an object, and what is in the units; drawn apart, so that the rest is as it was. */
  private void administration(Random drawn) {
    List<Object> units = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      units.add(Map.of("id", "unit-" + i, "isMemberManagementRestricted", drawn.nextInt(4) == 0));
      List<Object> members = new ArrayList<>();
      for (int n = 0; n < drawn.nextInt(3); n++) {
        members.add(Map.of("id", groups.isEmpty() || drawn.nextBoolean() ? principals.get(drawn.nextInt(principals.size())) : groups.get(drawn.nextInt(groups.size()))));
      }
      add("graph:administrativeUnits-members", "unit-" + i, members);
    }
    add("graph:administrativeUnits", "", units);
    List<Object> held = new ArrayList<>();
    for (int i = 0; i < drawn.nextInt(4); i++) {
      held.add(directoryRole("h" + i, drawn));
    }
    add("graph:roleAssignments", "", held);
  }

  private Map<String, Object> directoryRole(String name, Random drawn) {
    String where = List.of("/", "/", "/administrativeUnits/unit-0", "/administrativeUnits/unit-1", "/" + principals.getFirst()).get(drawn.nextInt(5));
    return Map.of("id", name, "principalId", principals.get(drawn.nextInt(principals.size())), "roleDefinitionId", DIRECTORY_ROLES.get(drawn.nextInt(DIRECTORY_ROLES.size())),
        "directoryScopeId", where);
  }

  private String principal(String id) {
    principals.add(id);
    return id;
  }

  private void hierarchy() {
    String groupPrefix = "/providers/Microsoft.Management/managementGroups/";
    List<Map<String, Object>> entities = new ArrayList<>();
    scopes.addAll(List.of("/", groupPrefix + TENANT));
    List<Object> vaults = new ArrayList<>();
    List<Object> secrets = new ArrayList<>();
    List<Object> accounts = new ArrayList<>();
    List<Object> containers = new ArrayList<>();
    List<Object> machines = new ArrayList<>();
    for (int s = 0; s <= random.nextInt(2); s++) {
      String subscription = "/subscriptions/sub-" + s;
      scopes.add(subscription);
      if (random.nextBoolean()) {
        entities.add(Map.of("id", subscription, "type", "/subscriptions", "properties", Map.of("tenantId", TENANT, "parent", Map.of("id", groupPrefix + "Mid"))));
        entities.add(Map.of("id", groupPrefix + "mid", "properties", Map.of("tenantId", TENANT, "parent", Map.of("id", groupPrefix + "top"))));
        scopes.addAll(List.of(groupPrefix + "mid", groupPrefix + "top"));
      }
      for (String name : List.of("rg1", "rg10").subList(0, 1 + random.nextInt(2))) {
        String group = subscription + "/resourceGroups/" + name;
        scopes.add(group);
        for (int i = 0; i < random.nextInt(3); i++) {
          String vault = scope(group + "/providers/Microsoft.KeyVault/vaults/v" + i);
          vaults.add(Map.of("id", vault, "properties", Map.of("tenantId", TENANT, "enableRbacAuthorization", random.nextInt(3) > 0,
              "publicNetworkAccess", random.nextInt(4) == 0 ? "Disabled" : "Enabled")));
          secrets.addAll(some(0, 2, n -> Map.of("id", scope(vault + "/secrets/s" + n))));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
          String account = scope(group + "/providers/Microsoft.Storage/storageAccounts/st" + i);
          accounts.add(Map.of("id", account, "properties", Map.of("allowSharedKeyAccess", random.nextBoolean())));
          containers.addAll(some(0, 2, n -> Map.of("id", scope(account + "/blobServices/default/containers/c" + n))));
        }
        machines.addAll(some(0, 2, i -> Map.of("id", scope(group + "/providers/Microsoft.Compute/virtualMachines/vm" + i))));
      }
    }
    add("arm:microsoft.resources/subscriptions", "", new ArrayList<>(entities));
    add("arm:microsoft.keyvault/vaults", "", vaults);
    add("arm:microsoft.keyvault/vaults/secrets", "", secrets);
    add("arm:microsoft.storage/storageaccounts", "", accounts);
    add("arm:microsoft.storage/storageaccounts/blobservices/containers", "", containers);
    add("arm:microsoft.compute/virtualmachines", "", machines);
  }

  private String scope(String id) {
    scopes.add(id);
    return id;
  }

  private void roles() {
    add("arm:microsoft.authorization/roledefinitions", "", some(3, 6, i -> Map.of("id", "/providers/Microsoft.Authorization/roleDefinitions/role-" + i,
        "name", "role-" + i, "properties", Map.of("roleName", "r" + i, "type", "CustomRole", "permissions", List.of(block(), block())))));
    add("arm:microsoft.authorization/roleassignments", "", some(1, 10, i -> assignment("a" + i)));
    add("arm:microsoft.authorization/roleeligibilityscheduleinstances", "", some(0, 3, i -> assignment("e" + i)));
    List<Object> denies = some(0, 4, this::deny);
    switch (random.nextInt(5)) {
      case 0 -> { }
      case 1 -> read("arm:microsoft.authorization/denyassignments", "", CoverageStatus.DENIED);
      default -> add("arm:microsoft.authorization/denyassignments", "", denies);
    }
  }

  private Map<String, Object> block() {
    return Map.of("actions", one(ACTIONS), "notActions", random.nextInt(3) == 0 ? one(ACTIONS) : List.of(), "dataActions", one(DATA),
        "notDataActions", random.nextInt(3) == 0 ? one(DATA) : List.of());
  }

  private Map<String, Object> assignment(String name) {
    String scope = one(scopes);
    return Map.of("id", scope + "/providers/Microsoft.Authorization/roleAssignments/" + name, "properties", Map.of("condition", condition(), "conditionVersion", "2.0",
        "roleDefinitionId", "/providers/Microsoft.Authorization/roleDefinitions/role-" + random.nextInt(4), "principalId", anyone(), "scope", scope));
  }

  private String condition() {
    return switch (random.nextInt(8)) {
      case 0 -> "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'c0'";
      case 1 -> "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path] StringLike 'open/*'";
      default -> "";
    };
  }

  private Map<String, Object> deny(int i) {
    String scope = one(scopes);
    List<Object> whom = random.nextBoolean() ? List.of(Map.of("id", EVERYONE)) : some(1, 2, n -> Map.of("id", anyone()));
    return Map.of("id", scope + "/providers/Microsoft.Authorization/denyAssignments/d" + i, "properties", Map.of("denyAssignmentName", "d" + i, "scope", scope,
        "doNotApplyToChildScopes", random.nextInt(4) == 0, "principals", whom, "excludePrincipals", some(0, 2, n -> Map.of("id", anyone())),
        "permissions", List.of(block())));
  }

  private String anyone() {
    return groups.isEmpty() || random.nextBoolean() ? one(principals) : one(groups);
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private List<Object> some(int least, int most, java.util.function.IntFunction<Object> make) {
    List<Object> made = new ArrayList<>();
    int count = least + random.nextInt(most - least + 1);
    for (int i = 0; i < count; i++) {
      made.add(make.apply(i));
    }
    return made;
  }

  private void add(String operation, String subject, List<Object> items) {
    document(operation, subject, items);
    read(operation, subject, CoverageStatus.COMPLETE);
  }

  private void document(String operation, String subject, List<Object> items) {
    documents.add(new Document(Operation.parse(operation), Scope.tenant(TENANT), "global", subject, new TreeMap<>(),
        JSON.valueToTree(Map.of("value", items)), SnapshotId.IN_MEMORY, "random"));
  }

  private void read(String operation, String subject, CoverageStatus status) {
    coverage.add(new CoverageEntry(Scope.tenant(TENANT), "global", Operation.parse(operation), subject, status, "", Instant.EPOCH));
  }
}
