package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.DocumentRef;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.ResourceParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a listing whose every item is one record.
 *
 * @param operation the listing
 * @param list the field with the items, or several separated by a slash where lists are nested; empty when the body is the item
 * @param item makes the record of an item, or none when the item lacks what names it
 */
record ListParser(Operation operation, String list, ItemReader item) implements ResourceParser {

  /** Reads one item. */
  @FunctionalInterface
  interface ItemReader {
    Optional<? extends Resource> read(Item item);
  }

  /** An item and where it stands. */
  record Item(JsonNode json, Document document, InventoryBuilder inventory) {

    String text(String field) {
      return Fields.text(json, field);
    }

    /** An ARN in the account and region that the document is of. */
    Arn arn(String service, String resource) {
      String region = document.region().equals("global") ? "" : document.region();
      return Arn.of(inventory.partition(document.scope()), service, region, document.scope().id(), resource);
    }

    /** An ARN of something that carries neither account nor region. */
    Arn global(String service, String resource) {
      return Arn.of(inventory.partition(document.scope()), service, "", "", resource);
    }

    Origin origin(Arn id) {
      return new Origin(new DocumentRef(id.text(), document.operation().toString()), document.scope(), document.snapshot());
    }

    Policies policies(Arn id) {
      return new Policies(document, origin(id).document(), inventory);
    }
  }

  static ListParser of(String operation, String list, ItemReader item) {
    return new ListParser(Operation.parse(operation), list, item);
  }

  @Override
  public List<Operation> operations() {
    return List.of(operation);
  }

  @Override
  public void parse(Document document, InventoryBuilder inventory) {
    if (list.isEmpty()) {
      read(document.body(), "the answer", document, inventory);
      return;
    }
    walk(document.body(), List.of(list.split("/", -1)), document, inventory);
  }

  private void walk(JsonNode node, List<String> path, Document document, InventoryBuilder inventory) {
    JsonNode items = node.path(path.getFirst());
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(items)) {
      if (path.size() > 1) {
        walk(entry.getValue(), path.subList(1, path.size()), document, inventory);
      } else {
        read(entry.getValue(), path.getFirst() + " " + entry.getKey(), document, inventory);
      }
    }
  }

  private void read(JsonNode json, String where, Document document, InventoryBuilder inventory) {
    Optional<? extends Resource> record = item.read(new Item(json, document, inventory));
    if (record.isPresent()) {
      inventory.add(record.get());
    } else {
      inventory.malformed(document, where, "an item without what names it is left out");
    }
  }
}
