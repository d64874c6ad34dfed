package io.drawbridge.app;

import io.drawbridge.cloud.Scope;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.coverage.WantedReads;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Graph;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.azure.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a set of documents amounts to: the whole line from documents over inventory and rules to a graph.
 *
 * @param completeness of everything behind the graph, what the rules missed included
 * @param malformed items that could not be understood, such as a policy without an effect
 */
record Assembly(Graph graph, Completeness completeness, List<CoverageGap> malformed) {

  /**
   * Parses and derives.
   *
   * @param now for the age of what was read before
   */
  static Assembly of(ImportResult documents, Instant now) {
    InventoryBuilder parsed = Registries.PARSERS.parse(documents.documents());
    List<CoverageGap> malformed = new ArrayList<>(documents.gaps());
    malformed.addAll(parsed.malformed());
    var coverage = new Coverage(documents.coverage(), malformed);
    Inventory inventory = parsed.build();
    Derivation derivation = Derivation.of(new Estate(inventory, coverage), Registries.NODE_RULES, Registries.EDGE_RULES);
    return new Assembly(derivation.graph(), new WantedReads(wanted()).in(coverage, tenants(inventory), derivation.gaps(), now), coverage.malformed());
  }

  private static SortedSet<Operation> wanted() {
    return Registries.EDGE_RULES.stream().flatMap(rule -> rule.reads().stream()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<Scope, Scope> tenants(Inventory inventory) {
    Map<Scope, Scope> tenants = new HashMap<>();
    inventory.all(Subscription.class).stream().filter(subscription -> !subscription.tenantId().isEmpty())
        .forEach(subscription -> tenants.put(subscription.scope(), Scope.tenant(subscription.tenantId())));
    return tenants;
  }
}
