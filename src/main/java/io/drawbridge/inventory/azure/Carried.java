package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what any ARM resource may carry: identities, and tags. */
final class Carried {

  private Carried() {}

  /** The records with the holder of identities and the tags, where the item has them. */
  static List<Resource> with(Item item, List<? extends Resource> records) {
    List<Resource> all = new ArrayList<>(records);
    if (!records.isEmpty()) {
      item.arm().flatMap(id -> holder(item, id)).ifPresent(all::add);
      item.arm().flatMap(id -> tags(item, id)).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private static Optional<ManagedIdentityHolder> holder(Item item, ArmId id) {
    String system = item.lower("identity", "principalId");
    SortedMap<ArmId, String> assigned = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : item.at("identity", "userAssignedIdentities").properties()) {
      Item.arm(entry.getKey()).ifPresent(identity ->
          assigned.put(identity, ResourceId.lowerCase(Item.text(Item.at(entry.getValue(), "principalId")))));
    }
    return system.isEmpty() && assigned.isEmpty() ? Optional.empty()
        : Optional.of(new ManagedIdentityHolder(item.origin(id), id, system, assigned));
  }

  private static Optional<ResourceTags> tags(Item item, ArmId id) {
    SortedMap<String, String> tags = Fields.tags(item.at("tags"));
    return tags.isEmpty() ? Optional.empty() : Optional.of(new ResourceTags(item.origin(id), id, tags));
  }
}
