package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Policies that others wrote for recorded answers of ARM, with how many resources each picks: what they ask of, asked of our inventory.
 *
 * <p>Only what our inventory models is asked: names of resources, rules of security groups, firewalls of storage, locks, roles. Every other
 * policy is listed with the filter that is not modelled; the list may only shrink.
 */
class CloudCustodianTest {

  private static final String FOLDER = "azure/arm/";
  private static final Pattern COUNT = Pattern.compile("self\\.assertEqual\\((?:len\\(resources\\), ?(\\d+)|(\\d+), ?len\\(resources\\))\\)");

  @Test
  void policiesPickAsManyResources() throws IOException {
    Map<String, List<JsonNode>> recorded = recorded();
    SortedMap<String, String> differences = new TreeMap<>();
    SortedSet<String> notModelled = new TreeSet<>();
    int asked = 0;
    for (JsonNode one : Conformance.json(FOLDER + "c7n-expected.json")) {
      List<Integer> counts = counts(one.path("asserts"));
      Inventory inventory = inventory(recorded.getOrDefault(one.path("cassette").asText(), List.of()));
      for (int i = 0; i < one.path("policies").size(); i++) {
        JsonNode policy = one.path("policies").get(i);
        Optional<CustodianPolicy> readable = counts.size() == one.path("policies").size() ? CustodianPolicy.of(policy) : Optional.empty();
        String test = one.path("test").asText().replaceFirst(".*:", "") + "#" + i;
        if (readable.isEmpty()) {
          notModelled.add(test + " " + policy.path("resource").asText() + " " + CustodianPolicy.unread(policy));
        } else {
          asked++;
          int picked = readable.get().count(inventory);
          if (picked != counts.get(i)) {
            differences.put(test, "expected " + counts.get(i) + " but " + picked + " of " + policy);
          }
        }
      }
    }
    assertThat(differences.keySet()).as("differences: %s", differences).isEqualTo(Conformance.expectedFailures("cloud-custodian").keySet());
    assertThat(asked).as("what is not asked: %s", String.join("\n", notModelled)).isGreaterThanOrEqualTo(44);
  }

  /** The bodies of each recording. */
  private static Map<String, List<JsonNode>> recorded() throws IOException {
    Map<String, List<JsonNode>> recorded = new HashMap<>();
    try (Stream<Path> indexes = Files.walk(Conformance.path(FOLDER))) {
      for (Path index : indexes.filter(file -> file.endsWith("_index.json")).sorted().toList()) {
        for (JsonNode entry : Conformance.JSON.readTree(index.toFile())) {
          JsonNode body = Conformance.JSON.readTree(index.resolveSibling(entry.path("file").asText()).toFile());
          recorded.computeIfAbsent(entry.path("cassette").asText(), none -> new ArrayList<>()).addAll(ArmDocuments.items(body));
        }
      }
    }
    return recorded;
  }

  private static Inventory inventory(List<JsonNode> items) {
    List<Document> documents = items.stream().flatMap(item -> ArmDocuments.of(item).stream()).toList();
    return ArmDocuments.PARSERS.parse(documents).build();
  }

  private static List<Integer> counts(JsonNode asserts) {
    List<Integer> counts = new ArrayList<>();
    for (JsonNode line : asserts) {
      Matcher count = COUNT.matcher(line.asText());
      if (count.lookingAt()) {
        counts.add(Integer.valueOf(count.group(1) == null ? count.group(2) : count.group(1)));
      }
    }
    return counts;
  }
}
