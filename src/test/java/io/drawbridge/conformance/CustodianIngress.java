package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.inventory.azure.NetworkSecurityGroup;
import io.drawbridge.inventory.azure.NetworkSecurityGroup.SecurityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a security group lets ports in, or keeps them out, by the first rule that speaks of each.
 *
 * <p>Without a block it is asked from anywhere, so that rules for the network's own addresses do not speak; with one, of rules whose
 * addresses lie in it.
 */
record CustodianIngress(JsonNode filter) {

  private static final Set<String> ANYWHERE = Set.of("*", "internet", "0.0.0.0/0");

  boolean test(NetworkSecurityGroup group) {
    List<SecurityRule> rules = group.rules().stream().filter(SecurityRule::inbound).filter(this::isOfProtocol).filter(this::isOfSource).filter(this::isOfAddresses).toList();
    boolean allow = filter.path("access").asText().equalsIgnoreCase("Allow");
    if (!filter.has("ports")) {
      return rules.stream().anyMatch(rule -> rule.allow() == allow);
    }
    Predicate<Integer> fits = port -> first(rules, port).map(rule -> rule.allow() == allow).orElse(false);
    Stream<Integer> ports = ports(filter.path("ports").asText()).stream();
    return filter.path("match").asText("all").equals("all") ? ports.allMatch(fits) : ports.anyMatch(fits);
  }

  private static Optional<SecurityRule> first(List<SecurityRule> rules, int port) {
    return rules.stream().filter(rule -> rule.destinationPorts().stream().anyMatch(range -> takesIn(range, port))).findFirst();
  }

  private boolean isOfProtocol(SecurityRule rule) {
    String wanted = filter.path("ipProtocol").asText("*");
    return wanted.equals("*") || rule.protocol().equals("*") || rule.protocol().equalsIgnoreCase(wanted);
  }

  private boolean isOfSource(SecurityRule rule) {
    return !filter.has("source") || rule.sources().contains(filter.path("source").asText());
  }

  private boolean isOfAddresses(SecurityRule rule) {
    JsonNode block = filter.path("Cidr");
    if (block.isMissingNode()) {
      return rule.sources().stream().anyMatch(source -> ANYWHERE.contains(ResourceId.lowerCase(source)));
    }
    List<String> side = block.path("ipType").asText().equals("source") ? rule.sources() : rule.destinations();
    List<String> wanted = CustodianFilter.texts(block.path("value"));
    return !side.isEmpty() && side.stream().allMatch(address -> address.contains("/") && wanted.stream().anyMatch(outer -> CustodianFirewall.covers(outer, address)));
  }

  private static List<Integer> ports(String text) {
    List<Integer> ports = new ArrayList<>();
    for (String range : text.split(",", -1)) {
      String[] ends = range.strip().split("-", -1);
      for (int port = Integer.parseInt(ends[0]); port <= Integer.parseInt(ends[ends.length - 1]); port++) {
        ports.add(port);
      }
    }
    return ports;
  }

  private static boolean takesIn(String range, int port) {
    String[] ends = range.split("-", -1);
    return range.equals("*") || (Integer.parseInt(ends[0]) <= port && port <= Integer.parseInt(ends[ends.length - 1]));
  }
}
