package io.drawbridge.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * An invented tenant of any size as files of Azure Resource Manager and Microsoft Graph, the same for the same seed: what the benchmarks
 * ask.
 *
 * <p>For each 1,000 resources two subscriptions, 200 role assignments, ten eligible ones, five deny assignments and 500 directory objects,
 * below a tree of management groups; roles are held at every level, a few with conditions, most by groups and users.
 */
final class SyntheticTenant {

  static final String TENANT = "7e4a0000-0000-4000-8000-000000000001";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MANAGEMENT_GROUP = "/providers/Microsoft.Management/managementGroups/";
  private static final String GRAPH = "https://graph.microsoft.com/v1.0/$metadata#";
  private static final String EVERYONE = "00000000-0000-0000-0000-000000000000";
  private static final String GRAPH_CLIENT = "00000003-0000-0000-c000-000000000000";
  private static final int PER_SUBSCRIPTION = 500;
  private static final int PER_GROUP = 25;

  /** Reader, Contributor, Owner, roles on data, and roles that matter. */
  private static final List<String> ROLES = List.of("acdd72a7-3385-48ef-bd42-f606fba81ae7", "b24988ac-6180-42a0-ab88-20f7382dd24c",
      "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
      "4633458b-17de-408a-b874-0445c86b69e6", "9980e02c-c2be-4d73-94e8-173b1dc7cf3c", "17d1049b-9a84-46fb-8f53-869881c3d3ab",
      "de139f84-1756-47ae-9be6-808fbbe84772", "f1a07417-d97a-45cb-824c-7a7467783830");
  private static final List<String> TYPES = List.of("Microsoft.Compute/virtualMachines", "Microsoft.Compute/virtualMachines", "Microsoft.Compute/disks",
      "Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.Web/sites", "Microsoft.ManagedIdentity/userAssignedIdentities",
      "Microsoft.Network/networkInterfaces", "Microsoft.Sql/servers", "Microsoft.Insights/components");
  private static final List<String> DIRECTORY_ROLES = List.of("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "729827e3-9c14-49f7-bb1b-9608f156bbb8",
      "fdd7a751-b60b-444a-984c-02652fe8fa1c", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b");

  private final SplittableRandom random;
  private final int resources;
  private final List<String> scopes = new ArrayList<>();
  private final List<String> groupScopes = new ArrayList<>();
  private final List<String> resourceScopes = new ArrayList<>();
  private final List<String> users = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> principals = new ArrayList<>();

  private SyntheticTenant(int resources, long seed) {
    this.random = new SplittableRandom(seed);
    this.resources = resources;
  }

  /** Writes the files into a folder that names the tenant. */
  static void write(int resources, long seed, Path folder) throws IOException {
    Path into = Files.createDirectories(folder.resolve(TENANT));
    var tenant = new SyntheticTenant(resources, seed);
    tenant.directory(into);
    tenant.hierarchy(into);
    tenant.roles(into);
  }

  private void directory(Path into) throws IOException {
    ArrayNode people = JSON.createArrayNode();
    for (int i = 0; i < resources * 3 / 10; i++) {
      users.add(id());
      people.addObject().put("id", users.getLast()).put("displayName", "user " + i).put("userPrincipalName", "user" + i + "@tenant.example")
          .put("accountEnabled", random.nextInt(20) > 0).put("userType", "Member");
    }
    write(into, "users", people);
    ArrayNode services = JSON.createArrayNode();
    ArrayNode applications = JSON.createArrayNode();
    String graph = id();
    services.addObject().put("id", graph).put("appId", GRAPH_CLIENT).put("displayName", "Microsoft Graph").put("servicePrincipalType", "Application");
    for (int i = 0; i < Math.max(1, resources * 8 / 100); i++) {
      principals.add(id());
      String client = id();
      applications.addObject().put("id", id()).put("appId", client).put("displayName", "app " + i);
      ObjectNode service = services.addObject().put("id", principals.getLast()).put("appId", client).put("displayName", "app " + i).put("servicePrincipalType", "Application");
      ArrayNode permissions = service.putArray("appRoleAssignments");
      if (random.nextInt(50) == 0) {
        permissions.addObject().put("id", id()).put("appRoleId", "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9").put("principalId", principals.getLast())
            .put("principalType", "ServicePrincipal").put("resourceId", graph);
      }
    }
    write(into, "servicePrincipals", services);
    write(into, "applications", applications);
    groups(into);
    ArrayNode held = JSON.createArrayNode();
    for (int i = 0; i < Math.max(1, resources / 1000); i++) {
      held.addObject().put("id", id()).put("principalId", pick(users)).put("roleDefinitionId", pick(DIRECTORY_ROLES)).put("directoryScopeId", "/");
    }
    write(into, "roleManagement/directory/roleAssignments", held);
  }

  private void groups(Path into) throws IOException {
    ArrayNode all = JSON.createArrayNode();
    for (int i = 0; i < Math.max(2, resources * 4 / 100); i++) {
      groups.add(id());
    }
    for (String group : groups) {
      ArrayNode members = all.addObject().put("id", group).put("displayName", "group " + group).put("securityEnabled", true).putArray("members");
      for (int i = 0; i < 12 && !users.isEmpty(); i++) {
        members.addObject().put("@odata.type", "#microsoft.graph.user").put("id", pick(users));
      }
      if (random.nextInt(4) == 0) {
        members.addObject().put("@odata.type", "#microsoft.graph.group").put("id", pick(groups));
      }
    }
    write(into, "groups", all);
  }

  private void hierarchy(Path into) throws IOException {
    ArrayNode entities = JSON.createArrayNode();
    ArrayNode subscriptions = JSON.createArrayNode();
    ArrayNode resourceGroups = JSON.createArrayNode();
    int count = Math.max(1, resources / PER_SUBSCRIPTION);
    for (int i = 0; i <= count / 20; i++) {
      scopes.add(MANAGEMENT_GROUP + "unit-" + i);
      entity(entities, scopes.getLast(), "Microsoft.Management/managementGroups", TENANT);
    }
    List<String> units = List.copyOf(scopes);
    for (int i = 0; i < count; i++) {
      String subscription = "/subscriptions/" + id();
      scopes.add(subscription);
      subscriptions.addObject().put("id", subscription).put("subscriptionId", subscription.substring(subscription.lastIndexOf('/') + 1)).put("tenantId", TENANT)
          .put("displayName", "subscription " + i).put("state", "Enabled");
      String unit = pick(units);
      entity(entities, subscription, "/subscriptions", unit.substring(unit.lastIndexOf('/') + 1));
      for (int g = 0; g < PER_SUBSCRIPTION / PER_GROUP; g++) {
        groupScopes.add(subscription + "/resourceGroups/rg-" + g);
        resourceGroups.addObject().put("id", groupScopes.getLast()).put("name", "rg-" + g).put("type", "Microsoft.Resources/resourceGroups");
      }
    }
    write(into, "managementgroups", "entities", entities);
    write(into, "arm", "subscriptions", subscriptions);
    write(into, "arm", "resourceGroups", resourceGroups);
    resources(into);
  }

  private static void entity(ArrayNode entities, String id, String type, String parent) {
    entities.addObject().put("id", id).put("name", id.substring(id.lastIndexOf('/') + 1)).put("type", type).putObject("properties").put("tenantId", TENANT)
        .putObject("parent").put("id", MANAGEMENT_GROUP + parent);
  }

  private void resources(Path into) throws IOException {
    for (int t = 0; t < TYPES.size(); t++) {
      String type = TYPES.get(t);
      ArrayNode all = JSON.createArrayNode();
      for (int i = t; i < resources; i += TYPES.size()) {
        String name = "r" + i;
        resourceScopes.add(pick(groupScopes) + "/providers/" + type + "/" + name);
        ObjectNode resource = all.addObject().put("id", resourceScopes.getLast()).put("name", name).put("type", type).put("location", "westeurope");
        ObjectNode properties = resource.putObject("properties");
        if (type.endsWith("vaults")) {
          properties.put("tenantId", TENANT).put("enableRbacAuthorization", random.nextInt(10) < 7);
        } else if ((type.endsWith("virtualMachines") || type.endsWith("sites")) && random.nextInt(4) == 0) {
          resource.putObject("identity").put("type", "SystemAssigned").put("principalId", pick(principals)).put("tenantId", TENANT);
        }
      }
      write(into, "arm", "resources-" + t, all);
    }
  }

  private void roles(Path into) throws IOException {
    ArrayNode held = JSON.createArrayNode();
    for (int i = 0; i < resources / 5; i++) {
      assignment(held, "roleAssignments");
    }
    write(into, "arm", "roleAssignments", held);
    ArrayNode eligible = JSON.createArrayNode();
    for (int i = 0; i < Math.max(1, resources / 100); i++) {
      assignment(eligible, "roleEligibilityScheduleInstances");
    }
    write(into, "arm", "eligible", eligible);
    ArrayNode denies = JSON.createArrayNode();
    for (int i = 0; i < Math.max(1, resources / 200); i++) {
      String scope = pick(random.nextInt(5) == 0 ? resourceScopes : groupScopes);
      ObjectNode properties = denies.addObject().put("id", scope + "/providers/Microsoft.Authorization/denyAssignments/" + id()).put("type",
          "Microsoft.Authorization/denyAssignments").putObject("properties").put("denyAssignmentName", "deny " + i).put("scope", scope);
      properties.putArray("permissions").addObject().putArray("actions").add(random.nextBoolean() ? "*/write" : "*/action");
      properties.putArray("principals").addObject().put("id", EVERYONE);
      properties.putArray("excludePrincipals").addObject().put("id", pick(groups));
    }
    write(into, "arm", "denyAssignments", denies);
  }

  private void assignment(ArrayNode into, String kind) {
    int level = random.nextInt(100);
    String scope = pick(level < 20 ? scopes : level < 70 ? groupScopes : resourceScopes);
    int holder = random.nextInt(10);
    ObjectNode properties = into.addObject().put("id", scope + "/providers/Microsoft.Authorization/" + kind + "/" + id()).put("type", "Microsoft.Authorization/" + kind)
        .putObject("properties");
    properties.put("roleDefinitionId", "/providers/Microsoft.Authorization/roleDefinitions/" + pick(ROLES)).put("scope", scope)
        .put("principalId", pick(holder < 4 ? groups : holder < 8 ? users : principals));
    if (random.nextInt(20) == 0) {
      properties.put("conditionVersion", "2.0")
          .put("condition", "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'open" + random.nextInt(50) + "'");
    }
  }

  private String id() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static void write(Path into, String collection, ArrayNode items) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("@odata.context", GRAPH + collection);
    body.set("value", items);
    JSON.writeValue(into.resolve("graph-" + collection.substring(collection.lastIndexOf('/') + 1) + ".json").toFile(), body);
  }

  private static void write(Path into, String prefix, String name, ArrayNode items) throws IOException {
    JSON.writeValue(into.resolve(prefix + "-" + name + ".json").toFile(), JSON.createObjectNode().set("value", items));
  }
}
