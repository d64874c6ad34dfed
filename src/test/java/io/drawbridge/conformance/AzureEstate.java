package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.InventoryBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Documents of one tenant, wholly read, and what control of one thing leads to in them. */
final class AzureEstate {

  static final String TENANT = ArmDocuments.TENANT.id();

  private final List<Document> documents = new ArrayList<>();

  AzureEstate add(String operation, Object... items) {
    return addBelow(operation, "", items);
  }

  /** @param subject whose children are listed */
  AzureEstate addBelow(String operation, String subject, Object... items) {
    documents.add(ArmDocuments.of(Operation.parse(operation), subject, List.of(items).stream().<JsonNode>map(Conformance.JSON::valueToTree).toList()));
    return this;
  }

  static EntraId entra(String id) {
    return new EntraId(TENANT, id);
  }

  static Map<String, Object> role(String principal, String role, String scope) {
    return Map.of("id", scope + "/providers/Microsoft.Authorization/roleAssignments/" + principal + role, "properties", Map.of("principalId", principal, "roleDefinitionId",
        "/providers/Microsoft.Authorization/roleDefinitions/" + role, "scope", scope));
  }

  InventoryBuilder inventory() {
    return ArmDocuments.PARSERS.parse(documents);
  }

  List<Edge> edges() {
    InventoryBuilder inventory = inventory();
    assertThat(inventory.malformed()).isEmpty();
    List<CoverageEntry> coverage = documents.stream().map(document -> new CoverageEntry(document.scope(), document.region(), document.operation(), document.subject(),
        CoverageStatus.COMPLETE, "", Instant.EPOCH)).toList();
    return Derivation.of(new Estate(inventory.build(), new Coverage(coverage, List.of())), AzureRules.NODES, AzureRules.EDGES).graph().edges().stream().toList();
  }

  static SortedSet<ResourceId> reached(Collection<Edge> edges, ResourceId from) {
    TreeMap<ResourceId, List<Edge>> out = new TreeMap<>();
    edges.stream().filter(edge -> edge.kind().traversable()).forEach(edge -> out.computeIfAbsent(edge.from(), none -> new ArrayList<>()).add(edge));
    SortedSet<ResourceId> found = new TreeSet<>(List.of(from));
    List<ResourceId> open = new ArrayList<>(found);
    while (!open.isEmpty()) {
      for (Edge edge : out.getOrDefault(open.removeLast(), List.of())) {
        if (found.add(edge.to())) {
          open.add(edge.to());
        }
      }
    }
    return found;
  }
}
