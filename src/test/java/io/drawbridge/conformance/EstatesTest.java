package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.app.EstateChecks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whole estates with what must and must not be reachable, asked on the command line. */
class EstatesTest {

  @Test
  void everyCheckOfEveryEstateHolds() throws IOException {
    List<EstateChecks> estates = EstateChecks.below(Conformance.path("estates"));
    Map<String, String> broken = new TreeMap<>();
    int checks = 0;
    for (EstateChecks estate : estates) {
      checks += estate.checks().size();
      broken.putAll(estate.broken());
    }
    assertThat(checks).isPositive();
    assertThat(broken).isEmpty();
  }
}
