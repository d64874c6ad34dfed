package io.drawbridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.conformance.CustodianPolicy.Seen;
import io.drawbridge.inventory.azure.KeyedService;
import io.drawbridge.inventory.azure.ServiceNetworkRules;
import io.drawbridge.inventory.azure.StorageAccount;
import io.drawbridge.policy.AddressBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Filters over the addresses that a store answers. */
final class CustodianFirewall {

  /** From where the portal asks a Cosmos DB account, and what stands for all of Azure (Azure Cosmos DB, "Configure IP firewall"). */
  private static final List<String> PORTAL = List.of("104.42.195.92", "40.76.54.131", "52.176.6.30", "52.169.50.45", "52.187.184.26");
  private static final String AZURE = "0.0.0.0";

  private CustodianFirewall() {}

  static Optional<Predicate<Seen>> rules(JsonNode filter) {
    return Optional.of(seen -> addresses(seen).filter(addresses -> compared(addresses, filter)).isPresent());
  }

  /** Only a Cosmos DB account says it by addresses. */
  static Optional<Predicate<Seen>> bypass(JsonNode filter) {
    List<String> wanted = CustodianFilter.texts(filter.path("list"));
    return wanted.equals(List.of("AzureServices")) ? Optional.empty() : Optional.of(seen -> addresses(seen).filter(addresses -> bypasses(addresses).equals(Set.copyOf(wanted))).isPresent());
  }

  private static Set<String> bypasses(List<String> addresses) {
    Set<String> bypasses = new HashSet<>();
    if (addresses.containsAll(PORTAL)) {
      bypasses.add("Portal");
    }
    if (addresses.contains(AZURE)) {
      bypasses.add("AzureCloud");
    }
    return bypasses;
  }

  private static Optional<List<String>> addresses(Seen seen) {
    return switch (seen.resource()) {
      case StorageAccount account -> Optional.of(account.network().addresses());
      case KeyedService service -> Optional.of(seen.inventory().all(ServiceNetworkRules.class).stream().filter(rules -> rules.service().equals(service.id()))
          .map(rules -> rules.network().addresses()).findFirst().orElse(service.network().addresses()));
      default -> Optional.empty();
    };
  }

  private static boolean compared(List<String> addresses, JsonNode filter) {
    Predicate<String> letIn = wanted -> addresses.stream().anyMatch(block -> covers(block, wanted));
    List<String> wanted = new ArrayList<>();
    String kind = List.of("include", "any", "only", "equal").stream().filter(filter::has).findFirst().orElseThrow();
    filter.path(kind).forEach(value -> wanted.add(value.asText()));
    boolean nothingElse = addresses.stream().allMatch(block -> wanted.stream().anyMatch(other -> covers(other, block)));
    return switch (kind) {
      case "include" -> wanted.stream().allMatch(letIn);
      case "any" -> wanted.stream().anyMatch(letIn);
      case "only" -> nothingElse;
      default -> nothingElse && wanted.stream().allMatch(letIn);
    };
  }

  /** Whether a block takes in an address, a block or a range. */
  static boolean covers(String block, String wanted) {
    AddressBlock outer = AddressBlock.parse(block.split("-", -1)[0]).orElseThrow();
    boolean both = Stream.of(wanted.split("-", -1)).allMatch(end -> outer.contains(first(end)) && (!end.contains("/") || bits(end) >= bits(block)));
    String[] ends = wanted.split("-", -1);
    return both && (ends.length == 1 || ends[0].equals(ends[1]) || block.contains("/"));
  }

  private static String first(String block) {
    return block.contains("/") ? block.substring(0, block.indexOf('/')) : block;
  }

  private static int bits(String block) {
    return block.contains("/") ? Integer.parseInt(block.substring(block.indexOf('/') + 1)) : 32;
  }
}
