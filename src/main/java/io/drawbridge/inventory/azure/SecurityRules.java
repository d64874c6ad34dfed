package io.drawbridge.inventory.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.azure.NetworkSecurityGroup.SecurityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the rules of a network security group, its own and the defaults; one field or its plural form may hold the values. */
final class SecurityRules {

  private static final String PROPERTIES = "properties";

  private SecurityRules() {}

  static List<SecurityRule> of(Item group) {
    List<SecurityRule> rules = new ArrayList<>();
    read(group, "securityRules", rules);
    read(group, "defaultSecurityRules", rules);
    return rules;
  }

  private static void read(Item group, String list, List<SecurityRule> rules) {
    for (Map.Entry<Integer, JsonNode> entry : Fields.indexed(group.at(PROPERTIES, list))) {
      JsonNode rule = Item.at(entry.getValue(), PROPERTIES);
      rules.add(new SecurityRule(Item.text(Item.at(entry.getValue(), "name")), Item.at(rule, "priority").asInt(Integer.MAX_VALUE),
          is(rule, "direction", "Inbound"), is(rule, "access", "Allow"), ResourceId.lowerCase(Item.text(Item.at(rule, "protocol"))),
          values(rule, "sourceAddressPrefix", "sourceAddressPrefixes"), Item.references(Item.at(rule, "sourceApplicationSecurityGroups")),
          values(rule, "sourcePortRange", "sourcePortRanges"),
          values(rule, "destinationAddressPrefix", "destinationAddressPrefixes"),
          Item.references(Item.at(rule, "destinationApplicationSecurityGroups")),
          values(rule, "destinationPortRange", "destinationPortRanges"), "/properties/" + list + "/" + entry.getKey()));
    }
  }

  private static boolean is(JsonNode rule, String field, String value) {
    return Item.text(Item.at(rule, field)).equalsIgnoreCase(value);
  }

  private static List<String> values(JsonNode rule, String one, String many) {
    List<String> values = new ArrayList<>(Fields.texts(Item.at(rule, many)));
    String single = Item.text(Item.at(rule, one));
    if (!single.isEmpty()) {
      values.add(single);
    }
    return values;
  }
}
