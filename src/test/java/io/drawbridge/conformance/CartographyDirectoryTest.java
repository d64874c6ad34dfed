package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.azure.AppRoleAssignment;
import io.drawbridge.inventory.azure.DirectoryRoleAssignment;
import io.drawbridge.inventory.azure.GroupMember;
import io.drawbridge.inventory.azure.ObjectOwner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Objects of the directory as an SDK for Python models them: each is read, with who is in what, who owns what and who holds what. */
class CartographyDirectoryTest {

  private static final Map<String, String> COLLECTIONS =
      Map.of("Organization", "organization", "User", "users", "Group", "groups", "Application", "applications", "ServicePrincipal", "servicePrincipals",
          "AppRoleAssignment", "servicePrincipals-appRoleAssignedTo", "UnifiedRoleDefinition", "roleDefinitions", "UnifiedRoleAssignment", "roleAssignments",
          "AdministrativeUnit", "administrativeUnits");

  /** What has an id of our own, from what it joins; the tenant has the one that was asked. */
  private static final Set<String> LINKS = Set.of("Organization", "AppRoleAssignment", "UnifiedRoleAssignment");

  private final List<Document> documents = new ArrayList<>();
  private final SortedSet<String> wanted = new TreeSet<>();

  @Test
  void everyObjectIsRead() throws IOException {
    for (String file : List.of("users", "groups", "applications", "directory_roles", "ou")) {
      data(file).forEach(list -> objects(list).forEach(this::add));
    }
    SortedSet<String> read = inventory().everything().map(resource -> ResourceId.lowerCase(resource.id().text())).collect(Collectors.toCollection(TreeSet::new));
    assertThat(wanted).hasSize(12).allSatisfy(id -> assertThat(read).contains(id));
  }

  @Test
  void membersAndOwnersAreThoseOfTheGroups() throws IOException {
    SortedSet<String> members = children("MOCK_GROUP_MEMBERS", "groups-members");
    SortedSet<String> owners = children("MOCK_GROUP_OWNERS", "groups-owners");
    assertThat(inventory().all(GroupMember.class)).extracting(one -> one.group().objectId() + " " + one.member().objectId()).containsExactlyInAnyOrderElementsOf(members);
    assertThat(inventory().all(ObjectOwner.class)).extracting(one -> one.owned().objectId() + " " + one.owner().objectId()).containsExactlyInAnyOrderElementsOf(owners);
  }

  @Test
  void rolesAreHeldByThoseWhoWereGivenThem() throws IOException {
    List<JsonNode> assigned = objects(data("directory_roles").path("MOCK_ROLE_ASSIGNMENTS"));
    List<JsonNode> granted = objects(data("applications").path("MOCK_APP_ROLE_ASSIGNMENTS"));
    assigned.forEach(this::add);
    granted.forEach(this::add);
    assertThat(inventory().all(DirectoryRoleAssignment.class)).extracting(one -> one.principalId() + " " + one.roleDefinitionId())
        .containsExactlyInAnyOrderElementsOf(pairs(assigned, "principal_id", "role_definition_id"));
    assertThat(inventory().all(AppRoleAssignment.class)).extracting(one -> one.principal().objectId() + " " + one.resource().objectId())
        .containsExactlyInAnyOrderElementsOf(pairs(granted, "principal_id", "resource_id"));
  }

  private static List<String> pairs(List<JsonNode> objects, String from, String to) {
    return objects.stream().map(one -> ResourceId.lowerCase(one.path(from).asText() + " " + one.path(to).asText())).toList();
  }

  /** Pairs of a group and another, and the listing of each group. */
  private SortedSet<String> children(String list, String collection) throws IOException {
    SortedSet<String> pairs = new TreeSet<>();
    data("groups").path(list).properties().forEach(group -> {
      List<JsonNode> children = objects(group.getValue());
      children.forEach(child -> pairs.add(group.getKey() + " " + ResourceId.lowerCase(child.path("id").asText())));
      documents.add(ArmDocuments.of(new Operation("graph", collection), group.getKey(), children.stream().<JsonNode>map(CartographyDirectoryTest::graph).toList()));
    });
    return pairs;
  }

  private void add(JsonNode object) {
    documents.add(ArmDocuments.of(new Operation("graph", COLLECTIONS.get(object.path("@type").asText())), "", List.of(graph(object))));
    if (!LINKS.contains(object.path("@type").asText())) {
      wanted.add("entra://" + ArmDocuments.TENANT.id() + "/" + ResourceId.lowerCase(object.path("id").asText()));
    }
  }

  /** Those that the SDK models; the same as plain dictionaries are left out. */
  private static List<JsonNode> objects(JsonNode list) {
    List<JsonNode> objects = new ArrayList<>();
    (list.isArray() ? list : Conformance.JSON.createArrayNode().add(list)).forEach(one -> {
      if (COLLECTIONS.containsKey(one.path("@type").asText())) {
        objects.add(one);
      }
    });
    return objects;
  }

  private static ObjectNode graph(JsonNode object) {
    ObjectNode graph = Conformance.JSON.createObjectNode();
    object.properties().forEach(field -> graph.set(field.getKey().equals("odata_type") ? "@odata.type" : camel(field.getKey()), field.getValue()));
    return graph;
  }

  private static String camel(String snake) {
    return List.of(snake.split("_", -1)).stream().reduce((camel, part) -> camel + part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)).orElseThrow();
  }

  private static JsonNode data(String file) throws IOException {
    return Conformance.json("azure/cartography/data/entra-" + file + ".json");
  }

  private Inventory inventory() {
    InventoryBuilder built = ArmDocuments.PARSERS.parse(documents);
    assertThat(built.malformed()).isEmpty();
    return built.build();
  }
}
