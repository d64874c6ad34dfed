package io.drawbridge.inventory;

import io.drawbridge.coverage.Operation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the one parser of a document. */
public final class ParserRegistry {

  private final Map<Operation, ResourceParser> byOperation = new HashMap<>();
  private final List<Fallback> fallbacks;

  /** A parser for whatever of a family has no parser of its own. */
  public record Fallback(Predicate<Operation> of, ResourceParser parser) {}

  /**
   * Builds the registry.
   *
   * @throws IllegalArgumentException when two parsers read one operation
   */
  public ParserRegistry(Collection<ResourceParser> parsers, List<Fallback> fallbacks) {
    for (ResourceParser parser : parsers) {
      for (Operation operation : parser.operations()) {
        if (byOperation.putIfAbsent(operation, parser) != null) {
          throw new IllegalArgumentException("two parsers read `" + operation + "`");
        }
      }
    }
    this.fallbacks = List.copyOf(fallbacks);
  }

  /** Parses every document in its order; a document that breaks its parser is a gap, and the others go on. */
  public InventoryBuilder parse(Collection<Document> documents) {
    var inventory = new InventoryBuilder(Partitions.of(documents));
    for (Document document : documents) {
      find(document.operation()).ifPresent(parser -> parse(parser, document, inventory));
    }
    return inventory;
  }

  public Optional<ResourceParser> find(Operation operation) {
    ResourceParser own = byOperation.get(operation);
    return own != null
        ? Optional.of(own)
        : fallbacks.stream().filter(fallback -> fallback.of.test(operation)).map(Fallback::parser).findFirst();
  }

  private static void parse(ResourceParser parser, Document document, InventoryBuilder inventory) {
    try {
      parser.parse(document, inventory);
    } catch (RuntimeException e) {
      inventory.malformed(document, document.subject(), "the document has an unexpected form (" + e.getClass().getSimpleName()
          + "): it is left out; please report its shape");
    }
  }
}
