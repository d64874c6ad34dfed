package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads from where the data plane of a resource answers: services spell it in four ways.
 *
 * <p>Without a rule set every network is let in; rules without a default leave out whom they do not name.
 */
final class NetworkRules {

  private static final String PROPERTIES = "properties";

  private NetworkRules() {}

  static NetworkAccess of(Item item) {
    JsonNode acls = item.at(PROPERTIES, "networkAcls");
    JsonNode rules = Stream.of(acls, item.at(PROPERTIES, "networkRuleSet"), item.at(PROPERTIES, "networkProfile", "accountAccess"))
        .filter(JsonNode::isObject).findFirst().orElse(item.at(PROPERTIES));
    List<String> addresses = new ArrayList<>();
    for (JsonNode rule : Item.at(rules, "ipRules")) {
      String value = Item.text(Item.at(rule, "value"));
      addresses.add(value.isEmpty() ? Item.text(Item.at(rule, "ipAddressOrRange")) : value);
    }
    addresses.removeIf(String::isEmpty);
    List<ArmId> subnets = Item.references(Item.at(rules, "virtualNetworkRules"));
    String access = item.text(PROPERTIES, "publicNetworkAccess");
    return new NetworkAccess(denies(rules, acls.isObject(), addresses, item),
        access.equalsIgnoreCase("Disabled") || access.equalsIgnoreCase("SecuredByPerimeter"), addresses, subnets);
  }

  private static boolean denies(JsonNode rules, boolean withDefault, List<String> addresses, Item item) {
    String otherwise = Item.text(Item.at(rules, "defaultAction"));
    boolean byRules = !withDefault && otherwise.isEmpty() && (!addresses.isEmpty() || item.is(PROPERTIES, "isVirtualNetworkFilterEnabled"));
    return byRules || otherwise.equalsIgnoreCase("Deny");
  }
}
