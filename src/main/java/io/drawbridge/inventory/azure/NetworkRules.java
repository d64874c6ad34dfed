package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads from where the data plane of a resource answers: services spell it in six ways.
 *
 * <p>Without a rule set every network is let in; rules without a default leave out whom they do not name. Cosmos DB names its addresses in one
 * text up to API version 2019-12, Service Bus and Event Hubs in a resource of their own whose subnets lie one field deeper.
 */
final class NetworkRules {

  private static final String PROPERTIES = "properties";

  private NetworkRules() {}

  private static final List<String> ADDRESS = List.of("value", "ipAddressOrRange", "ipMask");

  static NetworkAccess of(Item item) {
    JsonNode acls = item.at(PROPERTIES, "networkAcls");
    JsonNode rules = Stream.of(acls, item.at(PROPERTIES, "networkRuleSet"), item.at(PROPERTIES, "networkProfile", "accountAccess"))
        .filter(JsonNode::isObject).findFirst().orElse(item.at(PROPERTIES));
    List<String> addresses = addresses(rules);
    List<ArmId> subnets = new ArrayList<>(Item.references(Item.at(rules, "virtualNetworkRules")));
    Item.at(rules, "virtualNetworkRules").forEach(rule -> Item.arm(Item.at(rule, "subnet", "id")).ifPresent(subnets::add));
    String access = item.text(PROPERTIES, "publicNetworkAccess");
    return new NetworkAccess(denies(rules, acls.isObject(), addresses, item),
        access.equalsIgnoreCase("Disabled") || access.equalsIgnoreCase("SecuredByPerimeter"), addresses, subnets);
  }

  private static List<String> addresses(JsonNode rules) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode rule : Item.at(rules, "ipRules")) {
      ADDRESS.stream().map(field -> Item.text(Item.at(rule, field))).filter(text -> !text.isEmpty()).findFirst().ifPresent(addresses::add);
    }
    Stream.of(Item.text(Item.at(rules, "ipRangeFilter")).split(",", -1)).map(String::strip).filter(text -> !text.isEmpty()).forEach(addresses::add);
    return addresses;
  }

  private static boolean denies(JsonNode rules, boolean withDefault, List<String> addresses, Item item) {
    String otherwise = Item.text(Item.at(rules, "defaultAction"));
    boolean byRules = !withDefault && otherwise.isEmpty() && (!addresses.isEmpty() || item.is(PROPERTIES, "isVirtualNetworkFilterEnabled"));
    return byRules || otherwise.equalsIgnoreCase("Deny");
  }
}
