package io.drawbridge.inventory;

import io.drawbridge.cloud.ResourceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every record of a load: the union of the latest bundle of every scope and operation. */
public final class Inventory {

  private final Map<Class<?>, Map<ResourceId, Resource>> byType = new HashMap<>();
  private final SortedMap<Class<?>, List<Resource>> sorted = new TreeMap<>(Comparator.comparing(Class::getName));

  Inventory(Map<Class<?>, Map<ResourceId, Resource>> records) {
    records.forEach((type, ofType) -> {
      byType.put(type, Map.copyOf(ofType));
      sorted.put(type, ofType.values().stream().sorted(Comparator.comparing(Resource::id)).toList());
    });
  }

  /** All records of a type, sorted by id. */
  public <T extends Resource> List<T> all(Class<T> type) {
    @SuppressWarnings("unchecked")
    List<T> records = (List<T>) sorted.getOrDefault(type, List.of());
    return records;
  }

  public <T extends Resource> Optional<T> find(Class<T> type, ResourceId id) {
    return Optional.ofNullable(byType.getOrDefault(type, Map.of()).get(id)).map(type::cast);
  }

  /** Every record of every type, by the name of its type and its id. */
  public Stream<Resource> everything() {
    return sorted.values().stream().flatMap(Collection::stream);
  }
}
