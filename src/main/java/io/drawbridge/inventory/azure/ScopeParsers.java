package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parsers of what scopes are made of, and of who lies in whom.
 *
 * <p>Parents stand in three places: {@code properties.parent} of entities and descendants, {@code properties.details.parent} and
 * {@code properties.children} of one management group, and the chain of ancestors that Resource Graph gives.
 */
final class ScopeParsers {

  private static final String MANAGEMENT_GROUPS = "/providers/microsoft.management/managementgroups/";
  private static final String PROPERTIES = "properties";

  static final List<ItemParser> ALL =
      List.of(
          ItemParser.arm("microsoft.resources/subscriptions", ScopeParsers::scope),
          ItemParser.arm("microsoft.management/managementgroups", ScopeParsers::scope),
          ItemParser.arm("microsoft.resources/resourcegroups", ScopeParsers::resourceGroup));

  private ScopeParsers() {}

  private static List<Resource> scope(Item item) {
    List<Resource> records = new ArrayList<>();
    item.arm().ifPresent(id -> {
      if (id.text().startsWith(MANAGEMENT_GROUPS)) {
        records.add(new ManagementGroup(item.origin(id), id, item.text(PROPERTIES, "displayName"), tenant(item)));
      } else {
        subscription(item, id).ifPresent(records::add);
      }
      parents(item, id, records);
    });
    return records;
  }

  /** A subscription, unless only its place is told. */
  private static Optional<Subscription> subscription(Item item, ArmId id) {
    return Optional.of(new Subscription(item.origin(id), id, displayName(item), tenant(item), item.text("state").isEmpty()
        ? item.text(PROPERTIES, "state") : item.text("state"))).filter(read -> id.subscription().isPresent());
  }

  private static String displayName(Item item) {
    String own = item.text("displayName");
    String inner = own.isEmpty() ? item.text(PROPERTIES, "displayName") : own;
    return inner.isEmpty() ? item.text("name") : inner;
  }

  private static String tenant(Item item) {
    String own = item.lower("tenantId");
    return own.isEmpty() ? item.lower(PROPERTIES, "tenantId") : own;
  }

  private static void parents(Item item, ArmId id, List<Resource> records) {
    item.reference(PROPERTIES, "parent").ifPresent(parent -> records.add(new ScopeParent(item.origin(id), id, parent)));
    item.reference(PROPERTIES, "details", "parent").ifPresent(parent -> records.add(new ScopeParent(item.origin(id), id, parent)));
    children(item, id, item.at(PROPERTIES, "children"), records);
    ArmId child = id;
    for (JsonNode ancestor : chain(item)) {
      String name = Item.text(Item.at(ancestor, "name"));
      if (!name.isEmpty()) {
        var parent = new ArmId(MANAGEMENT_GROUPS + name);
        records.add(new ScopeParent(item.origin(child), child, parent));
        child = parent;
      }
    }
  }

  /** Nearest first, by both names that Resource Graph has for it. */
  private static JsonNode chain(Item item) {
    JsonNode ofSubscription = item.at(PROPERTIES, "managementGroupAncestorsChain");
    return ofSubscription.isArray() ? ofSubscription : item.at(PROPERTIES, "details", "managementGroupAncestorsChain");
  }

  private static void children(Item item, ArmId parent, JsonNode list, List<Resource> records) {
    for (JsonNode each : list) {
      Item.arm(Item.at(each, "id")).ifPresent(child -> {
        records.add(new ScopeParent(item.origin(child), child, parent));
        children(item, child, Item.at(each, "children"), records);
      });
    }
  }

  private static List<ResourceGroup> resourceGroup(Item item) {
    return item.arm().flatMap(ArmId::resourceGroup)
        .map(id -> new ResourceGroup(item.origin(id), id, ResourceId.lowerCase(item.text("location")))).stream().toList();
  }
}
