package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises ARM's lists, single resources and Resource Graph's answers, and splits them into one document per type and scope.
 *
 * <p><b>Not modelled:</b> the flattened objects that {@code az} prints without {@code properties}: they count as a listing of ids.
 */
final class ArmFiles {

  private static final String ARM = "arm";
  private static final Pattern MANAGEMENT_GROUP = Pattern.compile("(/providers/microsoft\\.management/managementgroups/[^/]+).*");

  /** Types that have no properties of their own. */
  private static final Set<String> BARE = Set.of(ArmTypes.SUBSCRIPTIONS, "microsoft.resources/tenants", ArmTypes.RESOURCE_GROUPS);

  private final Hints hints;

  /** What a document is of. */
  private record Group(String type, Scope scope) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byType = type.compareTo(other.type);
      return byType != 0 ? byType : scope.compareTo(other.scope);
    }
  }

  /**
   * An answer taken apart.
   *
   * @param single whether it is one resource and no list
   * @param more whether it says that there is more to ask for
   */
  private record Answer(List<JsonNode> items, boolean single, boolean more) {}

  ArmFiles(Hints hints) {
    this.hints = hints;
  }

  /** Whether an object is a resource: ARM ids start with a slash, and no other provider's do. */
  static boolean isResource(JsonNode item) {
    String id = ResourceId.lowerCase(id(item));
    return id.startsWith("/subscriptions/") || id.startsWith("/providers/");
  }

  /** Reads what its name says to be of these types; an item may differ, but not all of them. */
  Reading named(FileName name, Places places, List<String> types, JsonNode body) {
    Optional<Answer> answer = answer(body);
    if (answer.isEmpty() || (!answer.get().items.isEmpty() && answer.get().items.stream().noneMatch(ArmFiles::isResource))) {
      return new Reading.Malformed("is named for the ARM type `" + types.getFirst() + "` but holds no list of resources, each with its `id`");
    }
    List<String> seen = answer.get().items.stream().filter(ArmFiles::isResource).map(ArmFiles::type).distinct().toList();
    if (!seen.isEmpty() && seen.stream().noneMatch(type -> types.contains(type) || type.equals(ArmTypes.RESOURCES))) {
      return new Reading.Malformed("is named for the ARM type `" + types.getFirst() + "` but holds `" + seen.getFirst() + "`");
    }
    if (!seen.isEmpty() && seen.stream().allMatch(ArmTypes.RESOURCES::equals) && !types.contains(ArmTypes.RESOURCES)) {
      return new Reading.Ambiguous("has resources without `properties`, as `az` prints them: save the service's own answer, with `az rest`");
    }
    return split(name, places, types, answer.get());
  }

  /** Reads what is ARM's by its content; empty when it is not. */
  Optional<Reading> byContent(FileName name, Places places, JsonNode body) {
    return answer(body)
        .filter(answer -> !answer.items.isEmpty() && answer.items.stream().allMatch(ArmFiles::isResource))
        .map(answer -> split(name, places, List.of(), answer));
  }

  private Reading split(FileName name, Places named, List<String> namedTypes, Answer answer) {
    Places places = answer.items.stream().anyMatch(item -> isSubscription(named.folderTenant(), item)) ? named.withoutFolderTenant() : named;
    Optional<Scope> tenant = tenant(places, answer.items);
    Map<Group, ArrayNode> groups = new TreeMap<>();
    for (JsonNode item : answer.items.stream().filter(ArmFiles::isResource).toList()) {
      Optional<Scope> scope = scope(id(item)).or(() -> tenant);
      if (scope.isEmpty()) {
        return homeless();
      }
      groups.computeIfAbsent(new Group(type(item), scope.get()), none -> JsonNodeFactory.instance.arrayNode()).add(item);
    }
    groups.values().stream().findFirst().ifPresent(some -> answer.items.stream().filter(item -> !isResource(item)).forEach(some::add));
    boolean wholeTenant = !answer.single && !places.folderTenant().isEmpty() && name.subject().isEmpty();
    if (wholeTenant || answer.items.isEmpty()) {
      Optional<Scope> covered = scope(name.subject()).or(() -> tenant);
      if (covered.isEmpty()) {
        return homeless();
      }
      Set<String> types = new TreeSet<>(namedTypes);
      groups.keySet().forEach(group -> types.add(group.type));
      types.forEach(type -> groups.computeIfAbsent(new Group(type, covered.get()), none -> JsonNodeFactory.instance.arrayNode()));
    }
    List<Found> found = new ArrayList<>();
    groups.forEach((group, items) -> found.add(found(group, items, answer, name)));
    return new Reading.Recognised(found);
  }

  /** A folder may be named by a subscription's GUID: then it is no tenant's. */
  private static boolean isSubscription(String guid, JsonNode item) {
    return !guid.isEmpty() && scope(id(item)).equals(Optional.of(Scope.subscription(guid)));
  }

  private static Found found(Group group, ArrayNode items, Answer answer, FileName name) {
    String subject = answer.single ? ResourceId.lowerCase(id(items.get(0))) : ResourceId.lowerCase(name.subject());
    ObjectNode body = JsonNodeFactory.instance.objectNode().set("value", items);
    CoverageStatus status = answer.more ? CoverageStatus.PARTIAL : CoverageStatus.COMPLETE;
    return new Found(new Operation(ARM, group.type), group.scope, CoverageEntry.GLOBAL, subject, Map.of(), body, items.size(), status);
  }

  private static Reading homeless() {
    return new Reading.Homeless("names no tenant: give --tenant or put it in a folder `<tenant guid>`");
  }

  /** The tenant: as given, as all items name it, as the folder says, or as all other inputs do. */
  private Optional<Scope> tenant(Places places, List<JsonNode> items) {
    Set<String> named = new TreeSet<>();
    for (JsonNode item : items) {
      String type = type(item);
      boolean tells = type.equals(ArmTypes.SUBSCRIPTIONS) || type.equals(ArmTypes.MANAGEMENT_GROUPS);
      String tenant = item.path("tenantId").asText(tells ? item.path("properties").path("tenantId").asText("") : "");
      if (Places.GUID.matcher(tenant).matches()) {
        named.add(ResourceId.lowerCase(tenant));
      }
    }
    named.forEach(hints::tenant);
    String content = named.size() == 1 ? named.iterator().next() : "";
    return List.of(places.givenTenant(), content, places.folderTenant(), hints.tenant()).stream()
        .filter(one -> !one.isEmpty()).findFirst().map(Scope::tenant);
  }

  /** Whose a resource is; empty for what lies above all subscriptions and management groups. */
  private static Optional<Scope> scope(String id) {
    String lower = ResourceId.lowerCase(id);
    if (lower.startsWith("/subscriptions/")) {
      return Optional.of(Scope.subscription(lower.split("/", -1)[2]));
    }
    Matcher group = MANAGEMENT_GROUP.matcher(lower);
    return group.matches() ? Optional.of(new Scope(Cloud.AZURE, group.group(1))) : Optional.empty();
  }

  private static String type(JsonNode item) {
    String stated = item.path("type").asText("");
    String type = stated.isEmpty() || !stated.contains("/") ? ArmTypes.ofId(id(item)) : ArmTypes.normal(stated);
    return item.path("properties").isObject() || BARE.contains(type) ? type : ArmTypes.RESOURCES;
  }

  private static String id(JsonNode item) {
    return item.path("id").asText("");
  }

  private static Optional<Answer> answer(JsonNode body) {
    if (body.isArray()) {
      return Optional.of(new Answer(objects(body), false, false));
    }
    if (body.path("value").isArray()) {
      return Optional.of(new Answer(objects(body.path("value")), false, !body.path("nextLink").asText("").isEmpty()));
    }
    if (body.has("data")) {
      JsonNode rows = body.path("data").has("rows") ? table(body.path("data")) : body.path("data");
      boolean more = !body.path("$skipToken").asText(body.path("skipToken").asText("")).isEmpty() || body.path("resultTruncated").asText("").equals("true");
      return rows.isArray() ? Optional.of(new Answer(objects(rows), false, more)) : Optional.empty();
    }
    return isResource(body) ? Optional.of(new Answer(List.of(body), true, false)) : Optional.empty();
  }

  private static List<JsonNode> objects(JsonNode list) {
    List<JsonNode> objects = new ArrayList<>();
    list.forEach(objects::add);
    return objects;
  }

  /** Resource Graph's other form: columns and rows. */
  private static JsonNode table(JsonNode data) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (JsonNode row : data.path("rows")) {
      ObjectNode item = items.addObject();
      for (int i = 0; i < row.size(); i++) {
        item.set(data.path("columns").path(i).path("name").asText("column" + i), row.get(i));
      }
    }
    return items;
  }
}
