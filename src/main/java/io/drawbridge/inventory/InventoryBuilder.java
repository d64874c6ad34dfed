package io.drawbridge.inventory;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.CoverageGap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects records while documents are parsed. */
public final class InventoryBuilder {

  private final Map<Class<?>, Map<ResourceId, Resource>> byType = new HashMap<>();
  private final List<CoverageGap> malformed = new ArrayList<>();
  private final Partitions partitions;

  InventoryBuilder(Partitions partitions) {
    this.partitions = partitions;
  }

  public InventoryBuilder() {
    this(Partitions.NONE);
  }

  /** The partition of AWS that an account is of. */
  public String partition(Scope account) {
    return partitions.of(account);
  }

  /** Adds a record; of two with the same type and id the later one wins. */
  public void add(Resource resource) {
    byType.computeIfAbsent(resource.getClass(), none -> new HashMap<>()).put(resource.id(), resource);
  }

  /**
   * Reports an item that could not be understood; the rest of the document goes on.
   *
   * @param item the item's id or its pointer
   * @param message what is wrong and what to do, without quoting values that may be secret
   */
  public void malformed(Document document, String item, String message) {
    malformed.add(new CoverageGap(document.scope(), document.region(), document.operation().toString(), item,
        CoverageGap.MALFORMED, message, ""));
  }

  public List<CoverageGap> malformed() {
    return List.copyOf(malformed);
  }

  public Inventory build() {
    return new Inventory(byType);
  }
}
