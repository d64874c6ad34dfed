package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.AzureRoleAssignment;
import io.drawbridge.inventory.azure.AzureRoleDefinition;
import io.drawbridge.inventory.azure.AzureSubnet;
import io.drawbridge.inventory.azure.KeyedService;
import io.drawbridge.inventory.azure.LoadBalancer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Resources of our inventory, their parts and what they are joined to, as Cartography names it. */
final class CartographyPairs {

  private static final Set<String> BELOW = Set.of("RESOURCE", "CONTAINS", "USES", "USED_BY", "ADMINISTERED_BY");

  private final List<Resource> resources;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> joined = new HashSet<>();

  CartographyPairs(Inventory inventory) {
    resources = inventory.everything().toList();
    resources.forEach(resource -> ids.add(resource.id().text()));
    inventory.all(LoadBalancer.class).forEach(this::balancer);
    inventory.all(KeyedService.class).forEach(service -> service.network().subnets().forEach(subnet -> ids.add(subnet.text())));
    inventory.all(AzureRoleDefinition.class).forEach(this::permissions);
    inventory.all(AzureRoleAssignment.class).forEach(held -> {
      join(held.id().text(), "HAS_ROLE_ASSIGNMENT", held.assignment().principalId());
      inventory.all(AzureRoleDefinition.class).stream().filter(role -> role.definition().guid().equals(held.assignment().roleGuid()))
          .forEach(role -> join(held.id().text(), "ROLE_ASSIGNED", role.id().text()));
    });
  }

  private void balancer(LoadBalancer balancer) {
    for (LoadBalancer.Frontend frontend : balancer.frontends()) {
      ids.add(frontend.id().text());
      frontend.publicAddress().ifPresent(address -> join(frontend.id().text(), "ASSOCIATED_WITH", address.text()));
    }
    for (LoadBalancer.Pool pool : balancer.pools()) {
      ids.add(pool.id().text());
      pool.ipConfigurations().forEach(address -> join(pool.id().text(), "ROUTES_TO", address.text().replaceFirst("/ipconfigurations/.*", "")));
    }
    for (LoadBalancer.Rule rule : balancer.rules()) {
      ids.add(rule.id().text());
      rule.frontend().ifPresent(frontend -> join(rule.id().text(), "USES_FRONTEND_IP", frontend.text()));
      rule.pools().forEach(pool -> join(rule.id().text(), "ROUTES_TO", pool.text()));
    }
  }

  private void permissions(AzureRoleDefinition role) {
    for (int i = 0; i < role.definition().permissions().size(); i++) {
      join(role.id().text(), "HAS_PERMISSIONS", role.id().text() + "/permissions/" + i);
    }
  }

  private void join(String from, String relationship, String to) {
    joined.add(from + " " + relationship.toLowerCase(Locale.ROOT) + " " + to);
  }

  static String nameOf(JsonNode assertion) {
    return isOfNodes(assertion) ? assertion.path("label").asText()
        : assertion.at("/from/0").asText() + " " + assertion.path("rel").asText() + " " + assertion.at("/to/0").asText();
  }

  private static boolean isOfNodes(JsonNode assertion) {
    return assertion.path("kind").asText().equals("nodes");
  }

  boolean holds(JsonNode assertion) {
    Predicate<JsonNode> there = isOfNodes(assertion) ? row -> isThere(assertion.at("/props/0").asText(), row) : row -> isJoined(assertion.path("rel").asText(), row);
    boolean wanted = !assertion.path("op").asText().equals("NotIn");
    return rows(assertion.path("expected")).stream().allMatch(row -> there.test(row) == wanted);
  }

  /** One row may stand by itself. */
  private static List<JsonNode> rows(JsonNode expected) {
    List<JsonNode> rows = new ArrayList<>();
    if (expected.path(0).isArray() || expected.isEmpty()) {
      expected.forEach(rows::add);
    } else {
      rows.add(expected);
    }
    return rows;
  }

  /** By its id, or by name and what else a table of names has. */
  private boolean isThere(String key, JsonNode row) {
    return key.equals("id") ? ids.contains(ResourceId.lowerCase(row.path(0).asText()))
        : key.equals("_ont_name") && resources.stream().anyMatch(resource -> resource.name().equals(row.path(0).asText())
            && (!(resource instanceof AzureSubnet subnet) || subnet.addressBlocks().contains(row.path(1).asText())));
  }

  private boolean isJoined(String relationship, JsonNode row) {
    String from = row.path(0).asText();
    String to = row.path(1).asText();
    return BELOW.contains(relationship) ? isBelow(from, to) : joined.contains(ResourceId.lowerCase(from + " " + relationship + " " + to));
  }

  private boolean isBelow(String above, String id) {
    String scope = above.startsWith("/") ? above : "/subscriptions/" + above;
    return ids.contains(ResourceId.lowerCase(id)) && new ArmId(id).isWithin(new ArmId(scope));
  }
}
