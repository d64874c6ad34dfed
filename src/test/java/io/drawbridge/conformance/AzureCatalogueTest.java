package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.edge.federation.FederationRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Technique;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every kind of edge that the field's leading open tool has is drawn by techniques of ours, or a reason says why not; whoever holds a role or
 * permission that such an edge names uses one of those techniques in an estate that is open to it.
 */
class AzureCatalogueTest {

  @Test
  void everyEdgeIsDrawnOrHasAReason() throws IOException {
    SortedSet<String> edges = edges().stream().map(edge -> edge.path("edge").asText()).collect(Collectors.toCollection(TreeSet::new));
    SortedSet<String> known = new TreeSet<>(AzureCatalogue.DRAWN.keySet());
    known.addAll(AzureCatalogue.NOT_DRAWN.keySet());
    assertThat(known).isEqualTo(edges);
    assertThat(AzureCatalogue.DRAWN.keySet()).doesNotContainAnyElementsOf(AzureCatalogue.NOT_DRAWN.keySet());
  }

  @Test
  void theTechniquesThatDrawThemExist() {
    Set<String> ours = Stream.of(AzureRules.EDGES, FederationRules.EDGES).flatMap(List::stream).map(EdgeRule::techniques).flatMap(Collection::stream).map(Technique::id)
        .collect(Collectors.toSet());
    assertThat(ours).containsAll(AzureCatalogue.DRAWN.values().stream().flatMap(List::stream).toList());
  }

  @Test
  void whoHoldsWhatAnEdgeNamesUsesItsTechnique() throws IOException {
    SortedMap<String, String> without = new TreeMap<>();
    int asked = 0;
    for (JsonNode edge : edges()) {
      List<String> techniques = AzureCatalogue.DRAWN.getOrDefault(edge.path("edge").asText(), List.of());
      for (Named named : named(edge)) {
        if (!techniques.isEmpty()) {
          asked++;
          Set<String> used = used(named);
          if (techniques.stream().noneMatch(used::contains)) {
            without.put(edge.path("edge").asText() + " " + named.name, used.toString());
          }
        }
      }
    }
    assertThat(without.keySet()).as("what is used instead: %s", without).isEqualTo(Conformance.expectedFailures("azure-edges").keySet());
    assertThat(asked).isGreaterThan(50);
  }

  /** A role or permission that an edge asks for. */
  private record Named(String name, String kind, String id) {}

  private static List<Named> named(JsonNode edge) {
    List<Named> named = new ArrayList<>();
    for (String list : List.of("roles", "appRoles", "allUsers", "noRoleUsersOnly", "rolesAllGroups", "rolesNotRoleAssignable")) {
      for (JsonNode one : edge.path(list)) {
        String kind = Stream.of("roleTemplateId", "roleDefinitionId", "appRoleId").filter(one::has).findFirst().orElseThrow();
        named.add(new Named(one.path("name").asText(one.path("value").asText()), kind, one.path(kind).asText()));
      }
    }
    edge.path("perRoleAllowedTargetRoles").fieldNames().forEachRemaining(name -> named.add(new Named(name, "roleTemplateId", name.substring(name.lastIndexOf(' ') + 1))));
    return named;
  }

  /** The techniques of the holder, and of the role that it holds. */
  private static Set<String> used(Named named) {
    OpenEstate estate = OpenEstate.create();
    String holder = named.kind.equals("appRoleId") ? OpenEstate.PROGRAM : OpenEstate.HOLDER;
    List<Edge> edges = switch (named.kind) {
      case "roleTemplateId" -> estate.holderHasDirectoryRole(named.id).estate().edges();
      case "roleDefinitionId" -> estate.holderHasAzureRole(named.id).estate().edges();
      default -> estate.programHasPermission(named.id).estate().edges();
    };
    Set<ResourceId> hands = edges.stream().filter(edge -> edge.kind() == EdgeKind.HAS_ROLE && edge.from().equals(AzureEstate.entra(holder))).map(Edge::to).collect(Collectors.toSet());
    hands.add(AzureEstate.entra(holder));
    return edges.stream().filter(edge -> hands.contains(edge.from())).map(Edge::technique).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<JsonNode> edges() throws IOException {
    Path file = Conformance.path("README.md").resolveSibling("../catalogue/azure-edges.json");
    assumeTrue(Files.exists(file), "no catalogue at " + file);
    return Conformance.JSON.readTree(file.toFile()).path("edges").valueStream().toList();
  }
}
