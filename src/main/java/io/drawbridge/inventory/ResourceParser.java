package io.drawbridge.inventory;

import io.drawbridge.coverage.Operation;
import java.util.List;

/** Turns the documents of one or few operations into records: the only reader of that shape, for files and live calls. */
public interface ResourceParser {

  List<Operation> operations();

  /** Adds what the document holds; an item that cannot be understood is reported to the builder and never thrown. */
  void parse(Document document, InventoryBuilder inventory);
}
