package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.ResourceParser;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code {"value": [items]}}.
 *
 * @param reader makes the records of an item; none when the item lacks what names it
 */
record ItemParser(List<Operation> operations, ItemReader reader) implements ResourceParser {

  /** Reads one item. */
  @FunctionalInterface
  interface ItemReader {
    List<? extends Resource> read(Item item);
  }

  ItemParser {
    operations = List.copyOf(operations);
  }

  /** A parser of an ARM type, which also notes the identities and tags that a resource carries. */
  static ItemParser arm(String type, ItemReader reader) {
    return new ItemParser(List.of(new Operation("arm", type)), item -> Carried.with(item, reader.read(item)));
  }

  static ItemParser graph(String collection, ItemReader reader) {
    return new ItemParser(List.of(new Operation("graph", collection)), reader);
  }

  @Override
  public void parse(Document document, InventoryBuilder inventory) {
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(document.body().path("value"))) {
      List<? extends Resource> records = reader.read(new Item(entry.getValue(), document));
      if (records.isEmpty()) {
        inventory.malformed(document, "value " + entry.getKey(), "an item without the ids that name it is left out: read it with its ids");
      }
      records.forEach(inventory::add);
    }
  }
}
