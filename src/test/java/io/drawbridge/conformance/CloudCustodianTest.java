package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Policies that others wrote for recorded answers of ARM, with how many resources each picks: what they ask of, asked of our inventory.
 *
 * <p>What is not asked has a reason, and how often each reason is given is held by equality: a filter over what no rule of ours needs, a test
 * that states no number, or a listing that was not kept with the recording.
 */
class CloudCustodianTest {

  private static final String FOLDER = "azure/arm/";
  private static final String TWO_SOURCES = "ResourceGraphSource.";

  /** A body that recordings share was kept with one of them. */
  private static final Map<String, String> KEPT_WITH =
      Map.of("AccessControlTest.test_find_assignments_by_role.json", "AccessControlTest.test_find_assignments_by_resources.json",
          "VMTest.virtual_machine_extensions.json", "AccessControlTest.test_find_assignments_by_resources.json");

  private final SortedMap<String, String> differences = new TreeMap<>();
  private final SortedMap<String, String> notAsked = new TreeMap<>();
  private int asked;

  @Test
  void policiesPickWhatTheirTestsSay() throws IOException {
    Map<String, List<JsonNode>> recorded = recorded();
    for (JsonNode one : Conformance.json(FOLDER + "c7n-expected.json")) {
      String cassette = one.path("cassette").asText();
      List<JsonNode> items = new ArrayList<>(recorded.getOrDefault(cassette, List.of()));
      items.addAll(recorded.getOrDefault(KEPT_WITH.getOrDefault(cassette, ""), List.of()));
      ask(one, items);
    }
    SortedMap<String, String> reasons = new TreeMap<>();
    notAsked.values().forEach(reason -> reasons.merge(reason, "1", (one, other) -> String.valueOf(Integer.parseInt(one) + 1)));
    assertThat(differences.keySet()).as("differences: %s", differences).isEqualTo(Conformance.expectedFailures("cloud-custodian").keySet());
    assertThat(reasons).as("%d asked; not asked: %s", asked, String.join("\n", notAsked.toString().split(", ", -1))).isEqualTo(Conformance.expectedFailures("cloud-custodian-not-asked"));
  }

  @Test
  void resourceGraphTellsWhatArmTells() throws IOException {
    Map<String, List<JsonNode>> recorded = recorded();
    int compared = 0;
    for (JsonNode one : Conformance.json(FOLDER + "c7n-expected.json")) {
      if (one.path("test").asText().contains(TWO_SOURCES)) {
        CustodianPolicy policy = CustodianPolicy.of(one.path("policies").get(0)).orElseThrow();
        Map<Boolean, List<JsonNode>> bySource = recorded.get(one.path("cassette").asText()).stream().collect(Collectors.partitioningBy(item -> item.has("subscriptionId")));
        assertThat(facts(policy, bySource.get(true))).isNotEmpty().isEqualTo(facts(policy, bySource.get(false)));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(2);
  }

  /** Every record of what the policy picks, but for where it was read. */
  private static List<String> facts(CustodianPolicy policy, List<JsonNode> items) {
    Inventory inventory = inventory(items);
    Set<String> picked = policy.picked(inventory).keySet();
    return inventory.everything().filter(resource -> picked.contains(resource.id().text()))
        .map(resource -> resource.toString().replace(resource.origin().toString(), "")).sorted().toList();
  }

  private void ask(JsonNode one, List<JsonNode> items) {
    List<CustodianExpectation> expectations = CustodianExpectation.of(one.path("asserts"));
    Inventory inventory = inventory(items);
    for (int i = 0; i < one.path("policies").size(); i++) {
      JsonNode policy = one.path("policies").get(i);
      String test = one.path("test").asText().replaceFirst(".*:", "") + "#" + i;
      Optional<String> reason = test.contains(TWO_SOURCES) ? Optional.of("asked by a test of its own") : CustodianPolicy.unread(policy);
      if (reason.isPresent() || expectations.size() <= i) {
        notAsked.put(test, reason.orElse("no number stated"));
      } else {
        ask(test, CustodianPolicy.of(policy).orElseThrow(), expectations.get(i), inventory, items);
      }
    }
  }

  private void ask(String test, CustodianPolicy policy, CustodianExpectation expectation, Inventory inventory, List<JsonNode> items) {
    Collection<Resource> picked = policy.picked(inventory).values();
    boolean holds = expectation.test().test(picked);
    if (!holds && items.stream().map(item -> item.path("id").asText()).filter(id -> id.startsWith("/")).map(ArmId::new).noneMatch(policy::isOfType)) {
      notAsked.put(test, "not recorded: " + policy.type());
      return;
    }
    asked++;
    if (!holds) {
      differences.put(test, "expected " + expectation.text() + " but it picked " + picked.stream().map(one -> one.id().text()).toList());
    }
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
}
