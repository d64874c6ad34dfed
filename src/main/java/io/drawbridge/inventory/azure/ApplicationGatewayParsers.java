package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.azure.ApplicationGateway.Frontend;
import io.drawbridge.inventory.azure.ApplicationGateway.Listener;
import io.drawbridge.inventory.azure.ApplicationGateway.Pool;
import io.drawbridge.inventory.azure.ApplicationGateway.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parser of application gateways: what a listener's rules come to stands in four lists that name each other. */
final class ApplicationGatewayParsers {

  private static final String PROPERTIES = "properties";

  static final List<ItemParser> ALL = List.of(ItemParser.arm("microsoft.network/applicationgateways", ApplicationGatewayParsers::gateway));

  private ApplicationGatewayParsers() {}

  private static List<ApplicationGateway> gateway(Item item) {
    return item.arm().map(id -> {
      List<ArmId> subnets = new ArrayList<>();
      item.at(PROPERTIES, "gatewayIPConfigurations").forEach(each -> Item.arm(Item.at(each, PROPERTIES, "subnet", "id")).ifPresent(subnets::add));
      return new ApplicationGateway(item.origin(id), id, item.nameOr(id), item.text(PROPERTIES, "operationalState").equalsIgnoreCase("Stopped"), subnets,
          frontends(item), listeners(item), pools(item));
    }).stream().toList();
  }

  private static List<Frontend> frontends(Item item) {
    List<Frontend> frontends = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.at(PROPERTIES, "frontendIPConfigurations"))) {
      JsonNode properties = Item.at(entry.getValue(), PROPERTIES);
      Item.arm(Item.at(entry.getValue(), "id")).ifPresent(id -> frontends.add(new Frontend(id, Item.arm(Item.at(properties, "publicIPAddress", "id")),
          Item.text(Item.at(properties, "privateIPAddress")), "/properties/frontendIPConfigurations/" + entry.getKey())));
    }
    return frontends;
  }

  private static List<Listener> listeners(Item item) {
    Map<ArmId, Integer> ports = numbers(item, "frontendPorts");
    Map<ArmId, Set<Target>> targets = targets(item);
    List<Listener> listeners = new ArrayList<>();
    for (String list : List.of("httpListeners", "listeners")) {
      for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.at(PROPERTIES, list))) {
        JsonNode properties = Item.at(entry.getValue(), PROPERTIES);
        int port = Item.arm(Item.at(properties, "frontendPort", "id")).map(id -> ports.getOrDefault(id, 0)).orElse(0);
        Item.arm(Item.at(entry.getValue(), "id")).ifPresent(id -> listeners.add(new Listener(id,
            Item.arm(Item.at(properties, "frontendIPConfiguration", "id")), port, List.copyOf(targets.getOrDefault(id, Set.of())),
            "/properties/" + list + "/" + entry.getKey())));
      }
    }
    return listeners;
  }

  /** The targets of each listener, by its own rules and by the paths of their maps. */
  private static Map<ArmId, Set<Target>> targets(Item item) {
    Map<ArmId, Integer> settings = numbers(item, "backendHttpSettingsCollection");
    settings.putAll(numbers(item, "backendSettingsCollection"));
    Map<ArmId, Set<Target>> ofMap = new HashMap<>();
    for (JsonNode map : item.at(PROPERTIES, "urlPathMaps")) {
      JsonNode properties = Item.at(map, PROPERTIES);
      Set<Target> targets = new LinkedHashSet<>();
      target(properties, "defaultBackendAddressPool", "defaultBackendHttpSettings", settings).ifPresent(targets::add);
      Item.at(properties, "pathRules")
          .forEach(path -> target(Item.at(path, PROPERTIES), "backendAddressPool", "backendHttpSettings", settings).ifPresent(targets::add));
      Item.arm(Item.at(map, "id")).ifPresent(id -> ofMap.put(id, targets));
    }
    Map<ArmId, Set<Target>> ofListener = new HashMap<>();
    rules(item, "requestRoutingRules", "httpListener", "backendHttpSettings", settings, ofMap, ofListener);
    rules(item, "routingRules", "listener", "backendSettings", settings, ofMap, ofListener);
    return ofListener;
  }

  private static void rules(
      Item item, String list, String listener, String setting, Map<ArmId, Integer> settings, Map<ArmId, Set<Target>> ofMap,
      Map<ArmId, Set<Target>> ofListener) {
    for (JsonNode rule : item.at(PROPERTIES, list)) {
      JsonNode properties = Item.at(rule, PROPERTIES);
      Item.arm(Item.at(properties, listener, "id")).ifPresent(id -> {
        Set<Target> targets = ofListener.computeIfAbsent(id, none -> new LinkedHashSet<>());
        target(properties, "backendAddressPool", setting, settings).ifPresent(targets::add);
        Item.arm(Item.at(properties, "urlPathMap", "id")).ifPresent(map -> targets.addAll(ofMap.getOrDefault(map, Set.of())));
      });
    }
  }

  private static Optional<Target> target(JsonNode properties, String pool, String setting, Map<ArmId, Integer> settings) {
    Optional<Integer> port = Item.arm(Item.at(properties, setting, "id")).map(settings::get);
    return Item.arm(Item.at(properties, pool, "id")).flatMap(id -> port.map(number -> new Target(id, number)));
  }

  /** The ports of a list of named ports or settings. */
  private static Map<ArmId, Integer> numbers(Item item, String list) {
    Map<ArmId, Integer> numbers = new HashMap<>();
    item.at(PROPERTIES, list).forEach(each -> Item.arm(Item.at(each, "id")).ifPresent(id -> numbers.put(id, Item.at(each, PROPERTIES, "port").asInt(0))));
    return numbers;
  }

  private static List<Pool> pools(Item item) {
    List<Pool> pools = new ArrayList<>();
    for (JsonNode pool : item.at(PROPERTIES, "backendAddressPools")) {
      List<String> addresses = new ArrayList<>();
      for (JsonNode backend : Item.at(pool, PROPERTIES, "backendAddresses")) {
        String address = Item.text(Item.at(backend, "ipAddress"));
        addresses.add(address.isEmpty() ? Item.text(Item.at(backend, "fqdn")) : address);
      }
      addresses.removeIf(String::isEmpty);
      Item.arm(Item.at(pool, "id")).ifPresent(id ->
          pools.add(new Pool(id, Item.references(Item.at(pool, PROPERTIES, "backendIPConfigurations")), addresses)));
    }
    return pools;
  }
}
