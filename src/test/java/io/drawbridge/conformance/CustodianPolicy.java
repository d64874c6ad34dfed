package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.ManagedIdentityHolder;
import io.drawbridge.inventory.azure.ResourceTags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A policy of Cloud Custodian, as far as our inventory holds what it asks.
 *
 * @param type of ARM, in lower case, or empty for any
 */
record CustodianPolicy(String type, List<Predicate<Seen>> filters) {

  private static final String ANY = "armresource";

  /** A resource among the others of its recording. */
  record Seen(Resource resource, Inventory inventory) {

    ArmId id() {
      return (ArmId) resource.id();
    }

    String type() {
      return typeOf(id());
    }
  }

  /** The policy, or nothing where {@link #unread} says why. */
  static Optional<CustodianPolicy> of(JsonNode policy) {
    return unread(policy).isPresent() ? Optional.empty() : Optional.of(new CustodianPolicy(typeOf(policy), filters(policy)));
  }

  private static List<Predicate<Seen>> filters(JsonNode policy) {
    List<Predicate<Seen>> filters = new ArrayList<>();
    policy.path("filters").forEach(filter -> CustodianFilter.read(filter).ifPresent(filters::add));
    return filters;
  }

  private static String typeOf(JsonNode policy) {
    String name = policy.path("resource").asText().replace("azure.", "");
    return name.equals(ANY) ? "" : CustodianTypes.BY_NAME.getOrDefault(name, name);
  }

  /** What keeps a policy from being asked. */
  static Optional<String> unread(JsonNode policy) {
    for (JsonNode filter : policy.path("filters")) {
      if (CustodianFilter.read(filter).isEmpty()) {
        return Optional.of(CustodianFilter.reason(filter));
      }
    }
    return Optional.empty();
  }

  /** What it picks, by id: the resources themselves, not what they carry. */
  SortedMap<String, Resource> picked(Inventory inventory) {
    SortedMap<String, Resource> ofType = new TreeMap<>();
    inventory.everything().filter(resource -> resource.id() instanceof ArmId id && isOfType(id) && !(resource instanceof ResourceTags) && !(resource instanceof ManagedIdentityHolder))
        .forEach(resource -> ofType.putIfAbsent(resource.id().text(), resource));
    ofType.values().removeIf(resource -> !filters.stream().allMatch(filter -> filter.test(new Seen(resource, inventory))));
    return ofType;
  }

  boolean isOfType(ArmId id) {
    return type.isEmpty() || typeOf(id).equals("microsoft." + type);
  }

  /** The type that an id says. */
  static String typeOf(ArmId id) {
    String text = ResourceId.lowerCase(id.text());
    int providers = text.lastIndexOf("/providers/");
    if (providers < 0) {
      return id.resourceGroup().isPresent() ? "microsoft.resources/resourcegroups" : "microsoft.resources/subscriptions";
    }
    String[] parts = text.substring(providers + "/providers/".length()).split("/", -1);
    StringBuilder type = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i += 2) {
      type.append('/').append(parts[i]);
    }
    return type.toString();
  }
}
