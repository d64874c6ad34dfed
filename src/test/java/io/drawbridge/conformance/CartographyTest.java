package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Cartography's assertions over resources of Azure: the same resources, and the same pairs of containment and attachment; each that does not
 * hold of our inventory has a reason.
 *
 * <p>Ids are compared, and names and blocks where nothing else is asked; further fields of theirs, such as prices and versions, are not.
 */
class CartographyTest {

  private static final String EXPECTED = "azure/cartography/expected";
  private static final int ASSERTIONS = 163;

  /** Where the data of an expectation has another name, or none. */
  private static final Map<String, String> DATA = Map.of("group_containers", "container_instances", "compute_exposure", "");

  @Test
  void resourcesAndPairsAreTheSame() throws IOException {
    SortedSet<String> otherwise = new TreeSet<>();
    int asked = 0;
    for (String file : files()) {
      CartographyPairs pairs = new CartographyPairs(CartographyDocuments.inventory(DATA.getOrDefault(file, file)));
      for (JsonNode assertion : Conformance.json(EXPECTED + "/" + file + ".json")) {
        asked++;
        if (!pairs.holds(assertion)) {
          otherwise.add(file + ": " + CartographyPairs.nameOf(assertion));
        }
      }
    }
    assertThat(otherwise).isEqualTo(new TreeSet<>(Conformance.expectedFailures("cartography").keySet()));
    assertThat(asked).isEqualTo(ASSERTIONS);
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(Conformance.path(EXPECTED))) {
      return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList();
    }
  }
}
