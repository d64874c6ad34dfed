package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Translates what AzureHound collected into the documents of Microsoft Graph and ARM that it was made from, so that the same parsers
 * read it.
 *
 * <p>Source: the models of SpecterOps/AzureHound, in which each object is the provider's own with a few ids added.
 *
 * <p><b>Not modelled:</b> kinds that only repeat role assignments under another name ({@code AZVMOwner} and the like), role management
 * policies. The report names the kinds that were left out.
 */
final class AzureHoundFiles {

  static final String TYPE = "azure";

  /** Kinds whose data is one object of a Graph collection. */
  private static final Map<String, String> OBJECTS =
      Map.of("AZUser", "users", "AZGroup", "groups", "AZApp", "applications", "AZServicePrincipal", "servicePrincipals", "AZDevice", "devices",
          "AZRole", "roleDefinitions", "AZRoleEligibilityScheduleInstance", "roleEligibilityScheduleInstances");

  /**
   * A kind whose data is a list below one object.
   *
   * @param collection of the child list
   * @param parent the field with the parent's id
   * @param list the field with the list
   * @param item the field of each entry that holds the object itself
   */
  private record Nested(String collection, String parent, String list, String item) {}

  private static final Map<String, Nested> NESTED =
      Map.of(
          "AZGroupMember", new Nested("groups-members", "groupId", "members", "member"),
          "AZGroupOwner", new Nested("groups-owners", "groupId", "owners", "owner"),
          "AZAppOwner", new Nested("applications-owners", "appId", "owners", "owner"),
          "AZServicePrincipalOwner", new Nested("servicePrincipals-owners", "servicePrincipalId", "owners", "owner"),
          "AZDeviceOwner", new Nested("devices-registeredOwners", "deviceId", "owners", "owner"),
          "AZFederatedIdentityCredential", new Nested("applications-federatedIdentityCredentials", "appId", "fics", "fic"),
          "AZRoleAssignment", new Nested("roleAssignments", "", "roleAssignments", "roleAssignment"));

  private final Hints hints;
  private final ArmFiles arm;

  AzureHoundFiles(Hints hints) {
    this.hints = hints;
    this.arm = new ArmFiles(hints);
  }

  static boolean isOne(JsonNode body) {
    return body.path("meta").path("type").asText("").equals(TYPE) && body.path("data").isArray();
  }

  Reading read(FileName name, Places places, JsonNode body) {
    Optional<Scope> tenant = tenant(places, body.path("data"));
    if (tenant.isEmpty()) {
      return new Reading.Homeless("names no tenant: give --tenant or put it in a folder `<tenant guid>`");
    }
    Contents contents = new Contents(objectIdsOfApplications(body.path("data")));
    body.path("data").forEach(contents::add);
    List<Found> found = new ArrayList<>();
    contents.collections.forEach((collection, items) -> found.add(GraphFiles.found(collection, tenant.get(), "", items, false)));
    contents.children.forEach((collection, parents) ->
        parents.forEach((parent, items) -> found.add(GraphFiles.found(collection, tenant.get(), parent, items, false))));
    if (!contents.resources.isEmpty()) {
      Places whole = new Places(places.givenAccount(), places.givenRegion(), tenant.get().id(), "", "", tenant.get().id());
      arm.byContent(new FileName("", "", name.folders()), whole, contents.resources).ifPresent(reading -> {
        if (reading instanceof Reading.Recognised recognised) {
          found.addAll(recognised.found());
        }
      });
    }
    return found.isEmpty()
        ? new Reading.Skipped("an AzureHound collection without anything that a rule reads " + contents.leftOut())
        : new Reading.Recognised(found, contents.leftOut());
  }

  private Optional<Scope> tenant(Places places, JsonNode data) {
    Set<String> named = new TreeSet<>();
    for (JsonNode entry : data) {
      String tenant = entry.path("data").path("tenantId").asText("");
      if (Places.GUID.matcher(tenant).matches()) {
        named.add(ResourceId.lowerCase(tenant));
      }
    }
    String content = named.size() == 1 ? named.iterator().next() : "";
    if (!content.isEmpty()) {
      hints.tenant(content);
    }
    return List.of(places.givenTenant(), content, places.folderTenant(), hints.tenant()).stream()
        .filter(one -> !one.isEmpty()).findFirst().map(Scope::tenant);
  }

  /** AzureHound names an application by its client id, Graph's lists by its object id. */
  private static Map<String, String> objectIdsOfApplications(JsonNode data) {
    Map<String, String> ids = new HashMap<>();
    for (JsonNode entry : data) {
      if (entry.path("kind").asText("").equals("AZApp")) {
        ids.put(ResourceId.lowerCase(entry.path("data").path("appId").asText("")), ResourceId.lowerCase(entry.path("data").path("id").asText("")));
      }
    }
    return ids;
  }

  /** What the entries come to, by collection. */
  private static final class Contents {

    private final Map<String, String> objectIds;
    private final Map<String, List<JsonNode>> collections = new TreeMap<>();
    private final Map<String, Map<String, List<JsonNode>>> children = new TreeMap<>();
    private final ArrayNode resources = JsonNodeFactory.instance.arrayNode();
    private final Set<String> leftOut = new TreeSet<>();

    Contents(Map<String, String> objectIds) {
      this.objectIds = objectIds;
    }

    void add(JsonNode entry) {
      String kind = entry.path("kind").asText("");
      JsonNode data = entry.path("data");
      if (OBJECTS.containsKey(kind)) {
        collections.computeIfAbsent(OBJECTS.getOrDefault(kind, ""), none -> new ArrayList<>()).add(data);
      } else if (NESTED.containsKey(kind)) {
        addNested(NESTED.getOrDefault(kind, new Nested("", "", "", "")), data);
      } else if (kind.equals("AZAppRoleAssignment")) {
        child("servicePrincipals-appRoleAssignedTo", data.path("resourceId").asText("")).add(data);
      } else if (kind.equals("AZTenant")) {
        collections.computeIfAbsent("organization", none -> new ArrayList<>()).add(organization(data));
      } else if (kind.endsWith("RoleAssignment") && data.path("roleAssignments").isArray()) {
        data.path("roleAssignments").forEach(one -> addResource(one.has("roleAssignment") ? one.path("roleAssignment") : one, kind));
      } else {
        addResource(data, kind);
      }
    }

    private void addNested(Nested nested, JsonNode data) {
      String id = ResourceId.lowerCase(data.path(nested.parent).asText(""));
      String parent = nested.collection.startsWith("applications-") ? objectIds.getOrDefault(id, id) : id;
      List<JsonNode> into = nested.parent.isEmpty() ? collections.computeIfAbsent(nested.collection, none -> new ArrayList<>()) : child(nested.collection, parent);
      data.path(nested.list).forEach(one -> into.add(one.has(nested.item) ? one.path(nested.item) : one));
    }

    private void addResource(JsonNode data, String kind) {
      if (ArmFiles.isResource(data)) {
        resources.add(data);
      } else {
        leftOut.add(kind);
      }
    }

    private List<JsonNode> child(String collection, String parent) {
      return children.computeIfAbsent(collection, none -> new TreeMap<>()).computeIfAbsent(ResourceId.lowerCase(parent), none -> new ArrayList<>());
    }

    /** Graph names a tenant by its GUID, AzureHound by a path that ends in it. */
    private static ObjectNode organization(JsonNode data) {
      ObjectNode organization = data.deepCopy();
      return organization.put("id", data.path("tenantId").asText(data.path("id").asText("").replaceFirst(".*/", "")));
    }

    String leftOut() {
      return leftOut.isEmpty() ? "" : "left out: " + String.join(", ", leftOut);
    }
  }
}
