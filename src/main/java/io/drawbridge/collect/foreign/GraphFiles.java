package io.drawbridge.collect.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Recognises Microsoft Graph's answers: by {@code @odata.context}, by file name, or by what the items look like.
 *
 * <p>Lists that were expanded inside their parents become documents of their own as well. Graph expands at most {@value
 * #MOST_EXPANDED} items of directory objects, so that a list of that length counts as partly read.
 *
 * <p><b>Not modelled:</b> {@code $count} answers, delta links, batches.
 */
final class GraphFiles {

  /** Source: "Use the $expand query parameter", limits for directory objects. */
  static final int MOST_EXPANDED = 20;

  private static final String APP_ROLE_ASSIGNMENTS = "appRoleAssignments";

  private final Hints hints;

  GraphFiles(Hints hints) {
    this.hints = hints;
  }

  /** Reads what its name says to be a collection. */
  Reading named(FileName name, Places places, String collection, JsonNode body) {
    Optional<GraphContext> context = GraphContext.of(body);
    List<JsonNode> items = items(body);
    if (items.stream().anyMatch(item -> !item.isObject() || ArmFiles.isResource(item))) {
      return new Reading.Malformed("is named for Microsoft Graph's `" + collection + "` but holds something else");
    }
    boolean child = collection.contains("-") && !GraphCollections.isCollection(collection);
    if (context.isPresent()) {
      String said = context.get().path();
      String meant = GraphCollections.named(said.replace('/', '-')).or(() -> GraphCollections.named(said)).orElse(said);
      boolean agrees = meant.equals(collection) || (child && context.get().listsObjects());
      boolean sameParent = name.subject().isEmpty() || context.get().parent().isEmpty() || name.subject().equalsIgnoreCase(context.get().parent());
      if (!agrees || !sameParent) {
        return new Reading.Malformed("is named for Microsoft Graph's `" + collection + "` but its `@odata.context` says `" + said + "`"
            + (sameParent ? "" : " of another object"));
      }
    } else if (!child && items.stream().findFirst().flatMap(GraphCollections::ofItem).filter(other -> !related(other, collection)).isPresent()) {
      return new Reading.Malformed("is named for Microsoft Graph's `" + collection + "` but its items look like `"
          + items.stream().findFirst().flatMap(GraphCollections::ofItem).orElse("") + "`");
    }
    String subject = name.subject().isEmpty() ? context.map(GraphContext::parent).orElse("") : name.subject();
    return read(places, collection, child, subject, context, body);
  }

  /** Reads what Graph says itself that it is, or what looks like its objects; empty when it is neither. */
  Optional<Reading> byContent(FileName name, Places places, JsonNode body) {
    Optional<GraphContext> context = GraphContext.of(body);
    if (context.isPresent()) {
      return Optional.of(byContext(name, places, context.get(), body));
    }
    List<JsonNode> items = items(body);
    List<String> seen = items.stream().map(GraphCollections::ofItem).map(one -> one.orElse("")).distinct().toList();
    if (seen.size() != 1 || seen.getFirst().isEmpty()) {
      return seen.size() > 1 && seen.stream().noneMatch(String::isEmpty)
          ? Optional.of(new Reading.Ambiguous("lists directory objects, and nothing says whose: name it `<collection>-<list>__<object id>.json`"))
          : Optional.empty();
    }
    return Optional.of(byShape(places, seen.getFirst(), items, body));
  }

  private Reading byShape(Places places, String collection, List<JsonNode> items, JsonNode body) {
    return switch (collection) {
      case APP_ROLE_ASSIGNMENTS -> appRoleAssignments(places, items);
      case "federatedIdentityCredentials" -> new Reading.Ambiguous(
          "lists federated credentials, and nothing says whose: name it `applications-federatedIdentityCredentials__<application's object id>.json`");
      default -> read(places, collection, false, "", Optional.empty(), body);
    };
  }

  private Reading byContext(FileName name, Places places, GraphContext context, JsonNode body) {
    Optional<String> collection = GraphCollections.named(context.path().replace('/', '-')).or(() -> GraphCollections.named(context.path()));
    if (collection.isPresent()) {
      boolean child = collection.get().contains("-") && !GraphCollections.isCollection(collection.get());
      if (child && context.parent().isEmpty() && name.subject().isEmpty()) {
        return new Reading.Ambiguous("does not say whose list it is: name it `" + collection.get() + "__<object id>.json`");
      }
      return read(places, collection.get(), child, context.parent(), Optional.of(context), body);
    }
    if (context.path().equals(APP_ROLE_ASSIGNMENTS)) {
      return appRoleAssignments(places, items(body));
    }
    if (context.listsObjects()) {
      return new Reading.Ambiguous("lists directory objects, and nothing says whose: name it `<collection>-<list>__<object id>.json`");
    }
    return new Reading.Skipped("Microsoft Graph's `" + context.path() + "`, which no rule reads");
  }

  private Reading read(Places places, String collection, boolean child, String subject, Optional<GraphContext> context, JsonNode body) {
    List<JsonNode> items = items(body);
    if (child && subject.isEmpty()) {
      return new Reading.Ambiguous("does not say whose list it is: name it `" + collection + "__<object id>.json`");
    }
    Optional<Scope> tenant = tenant(places, collection, items);
    if (tenant.isEmpty()) {
      return new Reading.Homeless("names no tenant: give --tenant or put it in a folder `<tenant guid>`");
    }
    boolean single = isSingle(body) && !GraphCollections.isSingle(collection);
    String about = single && !child ? items.getFirst().path("id").asText("") : subject;
    boolean more = !body.path("@odata.nextLink").asText("").isEmpty();
    List<Found> found = new ArrayList<>();
    found.add(found(collection, tenant.get(), ResourceId.lowerCase(about), items, more));
    if (!child) {
      GraphCollections.children(collection).forEach(list -> found.addAll(expanded(collection, list, tenant.get(), items, context, single || more)));
    }
    return new Reading.Recognised(found);
  }

  /** The lists of one name inside the items, and whether all of them are there. */
  private static List<Found> expanded(String collection, String list, Scope tenant, List<JsonNode> items, Optional<GraphContext> context, boolean someOnly) {
    List<Found> found = new ArrayList<>();
    for (JsonNode item : items) {
      if (item.path(list).isArray() && item.hasNonNull("id")) {
        boolean more = item.path(list).size() >= MOST_EXPANDED || !item.path(list + "@odata.nextLink").asText("").isEmpty();
        found.add(found(collection + "-" + list, tenant, ResourceId.lowerCase(item.path("id").asText()), objects(item.path(list)), more));
      }
    }
    boolean stated = context.filter(said -> said.expands(list)).isPresent();
    boolean all = !someOnly && found.size() == items.size() && found.stream().allMatch(one -> one.status() == CoverageStatus.COMPLETE);
    if (all && (stated || !found.isEmpty())) {
      found.add(found(collection + "-" + list, tenant, "", List.of(), false));
    }
    return found;
  }

  /** Assignments say themselves whose they are; but not whether they are all that the principal has. */
  private Reading appRoleAssignments(Places places, List<JsonNode> items) {
    Optional<Scope> tenant = tenant(places, APP_ROLE_ASSIGNMENTS, items);
    if (tenant.isEmpty()) {
      return new Reading.Homeless("names no tenant: give --tenant or put it in a folder `<tenant guid>`");
    }
    List<Found> found = new ArrayList<>();
    for (String principal : items.stream().map(item -> item.path("principalId").asText("")).distinct().filter(id -> !id.isEmpty()).toList()) {
      List<JsonNode> own = items.stream().filter(item -> item.path("principalId").asText("").equals(principal)).toList();
      String parent = switch (own.getFirst().path("principalType").asText("ServicePrincipal")) {
        case "User" -> "users";
        case "Group" -> "groups";
        default -> "servicePrincipals";
      };
      found.add(found(parent + "-" + APP_ROLE_ASSIGNMENTS, tenant.get(), ResourceId.lowerCase(principal), own, true));
    }
    return found.isEmpty() ? new Reading.Skipped("app role assignments without a principal") : new Reading.Recognised(found);
  }

  static Found found(String collection, Scope tenant, String subject, List<JsonNode> items, boolean more) {
    ArrayNode value = JsonNodeFactory.instance.arrayNode();
    items.forEach(value::add);
    ObjectNode body = JsonNodeFactory.instance.objectNode().set("value", value);
    return new Found(new Operation("graph", collection), tenant, CoverageEntry.GLOBAL, subject, Map.of(), body, items.size(),
        more ? CoverageStatus.PARTIAL : CoverageStatus.COMPLETE);
  }

  private Optional<Scope> tenant(Places places, String collection, List<JsonNode> items) {
    String content = collection.equals("organization") && items.size() == 1 ? items.getFirst().path("id").asText("") : "";
    boolean named = Places.GUID.matcher(content).matches();
    if (named) {
      hints.tenant(ResourceId.lowerCase(content));
    }
    return List.of(places.givenTenant(), named ? content : "", places.folderTenant(), hints.tenant()).stream()
        .filter(one -> !one.isEmpty()).findFirst().map(Scope::tenant);
  }

  /** Shapes that name each other's neighbours only. */
  private static boolean related(String shape, String collection) {
    return shape.equals(collection) || (collection.startsWith("role") && shape.startsWith("role"));
  }

  private static boolean isSingle(JsonNode body) {
    return body.isObject() && (!body.has("value") || body.path("value").isObject());
  }

  private static List<JsonNode> items(JsonNode body) {
    if (body.isArray()) {
      return objects(body);
    }
    return body.path("value").isArray() ? objects(body.path("value")) : List.of(body.path("value").isObject() ? body.path("value") : withoutContext(body));
  }

  private static JsonNode withoutContext(JsonNode body) {
    return body instanceof ObjectNode object ? object.deepCopy().without(List.of("@odata.context")) : body;
  }

  private static List<JsonNode> objects(JsonNode list) {
    List<JsonNode> objects = new ArrayList<>();
    list.forEach(item -> objects.add(Objects.requireNonNull(item)));
    return objects;
  }
}
