package io.drawbridge.app;

import io.drawbridge.cloud.Scope;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.coverage.Completeness;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.coverage.Operation;
import io.drawbridge.coverage.WantedReads;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.mark.MarkRules;
import io.drawbridge.graph.Graph;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.azure.Subscription;
import java.time.Instant;
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
    ReadEstate read = ReadEstate.of(documents);
    Estate estate = read.estate();
    Derivation derivation = MarkRules.over(estate, Derivation.of(estate, Registries.NODE_RULES, Registries.EDGE_RULES));
    Completeness completeness = new WantedReads(wanted()).in(estate.coverage(), tenants(estate.inventory()), derivation.gaps(), now);
    return new Assembly(derivation.graph(), completeness, read.malformed());
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
