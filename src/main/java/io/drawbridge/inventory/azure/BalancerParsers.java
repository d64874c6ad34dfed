package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.azure.LoadBalancer.Frontend;
import io.drawbridge.inventory.azure.LoadBalancer.Pool;
import io.drawbridge.inventory.azure.LoadBalancer.Ports;
import io.drawbridge.inventory.azure.LoadBalancer.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parser of load balancers of layer 4. */
final class BalancerParsers {

  private static final String PROPERTIES = "properties";
  private static final String FRONTEND = "frontendIPConfiguration";

  static final List<ItemParser> ALL = List.of(ItemParser.arm("microsoft.network/loadbalancers", BalancerParsers::balancer));

  private BalancerParsers() {}

  private static List<LoadBalancer> balancer(Item item) {
    return item.arm().map(id -> {
      List<Rule> rules = new ArrayList<>();
      read(item, "loadBalancingRules", rules);
      read(item, "inboundNatRules", rules);
      read(item, "inboundNatPools", rules);
      return new LoadBalancer(item.origin(id), id, item.nameOr(id), item.text("sku", "name"), frontends(item), rules, pools(item));
    }).stream().toList();
  }

  private static List<Frontend> frontends(Item item) {
    List<Frontend> frontends = new ArrayList<>();
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.at(PROPERTIES, "frontendIPConfigurations"))) {
      JsonNode properties = Item.at(entry.getValue(), PROPERTIES);
      Item.arm(Item.at(entry.getValue(), "id")).ifPresent(id -> frontends.add(new Frontend(id, Item.arm(Item.at(properties, "publicIPAddress", "id")),
          Item.arm(Item.at(properties, "publicIPPrefix", "id")), Item.arm(Item.at(properties, "subnet", "id")),
          Item.text(Item.at(properties, "privateIPAddress")), "/properties/frontendIPConfigurations/" + entry.getKey())));
    }
    return frontends;
  }

  private static void read(Item item, String list, List<Rule> rules) {
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(item.at(PROPERTIES, list))) {
      JsonNode properties = Item.at(entry.getValue(), PROPERTIES);
      Item.arm(Item.at(entry.getValue(), "id")).ifPresent(id -> rules.add(new Rule(id, Item.arm(Item.at(properties, FRONTEND, "id")),
          ResourceId.lowerCase(Item.text(Item.at(properties, "protocol"))), ports(properties), Item.at(properties, "backendPort").asInt(0),
          List.copyOf(poolsOf(properties)), Item.arm(Item.at(properties, "backendIPConfiguration", "id")),
          Item.at(properties, "enableFloatingIP").asBoolean(false), "/properties/" + list + "/" + entry.getKey())));
    }
  }

  /** A rule has one port, a NAT pool and a NAT rule of a pool a range, and a rule of all ports the port 0. */
  private static Ports ports(JsonNode properties) {
    int first = Item.at(properties, "frontendPortRangeStart").asInt(Item.at(properties, "frontendPort").asInt(0));
    return new Ports(first, Item.at(properties, "frontendPortRangeEnd").asInt(first));
  }

  private static Set<ArmId> poolsOf(JsonNode properties) {
    Set<ArmId> pools = new LinkedHashSet<>(Item.references(Item.at(properties, "backendAddressPools")));
    Item.arm(Item.at(properties, "backendAddressPool", "id")).ifPresent(pools::add);
    return pools;
  }

  private static List<Pool> pools(Item item) {
    List<Pool> pools = new ArrayList<>();
    for (JsonNode pool : item.at(PROPERTIES, "backendAddressPools")) {
      List<ArmId> configurations = new ArrayList<>(Item.references(Item.at(pool, PROPERTIES, "backendIPConfigurations")));
      List<String> addresses = new ArrayList<>();
      for (JsonNode backend : Item.at(pool, PROPERTIES, "loadBalancerBackendAddresses")) {
        Item.arm(Item.at(backend, PROPERTIES, "networkInterfaceIPConfiguration", "id")).ifPresentOrElse(configurations::add,
            () -> addresses.add(Item.text(Item.at(backend, PROPERTIES, "ipAddress"))));
      }
      addresses.removeIf(String::isEmpty);
      Item.arm(Item.at(pool, "id")).ifPresent(id -> pools.add(new Pool(id, configurations, network(pool), addresses)));
    }
    return pools;
  }

  /** It stands at the pool, or at each address. */
  private static Optional<ArmId> network(JsonNode pool) {
    List<JsonNode> places = new ArrayList<>(List.of(pool));
    Item.at(pool, PROPERTIES, "loadBalancerBackendAddresses").forEach(places::add);
    return places.stream().flatMap(place -> Item.arm(Item.at(place, PROPERTIES, "virtualNetwork", "id")).stream()).findFirst();
  }
}
