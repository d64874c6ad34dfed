package io.drawbridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.Cloud;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.AccessKeyId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.edge.federation.Bridge;
import io.drawbridge.edge.federation.Bridge.Status.Modelled;
import io.drawbridge.edge.federation.Bridges;
import io.drawbridge.graph.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds {@link Bridges} to what cases show: a bridge that is said to be drawn has cases of its own, in each direction. */
class BridgesTest {

  private static final Path ROOT = EdgeCases.ROOT.resolve("federation");
  private static final int NEAR_MISSES = 3;

  /** What a file of cases gives, over all its cases. */
  private record Shown(List<Edge> edges, long nearMisses) {
    static Shown of(EdgeCases file) {
      List<Edge> edges = file.cases().stream().flatMap(one -> CasesTest.edges(file, CasesTest.derive(one)).stream()).toList();
      return new Shown(edges, file.cases().stream().filter(EdgeCases.Case::isNearMiss).count());
    }
  }

  @Test
  void everyRowStandsInTheTableOnce() {
    assertThat(Bridges.ALL).extracting(Bridge::id).isEqualTo(IntStream.rangeClosed(1, 38).mapToObj(row -> String.format(Locale.ROOT, "X%02d", row)).toList());
    assertThat(Bridges.ALL).allSatisfy(bridge -> assertThat(bridge.directions()).isNotEmpty());
  }

  @TestFactory
  Stream<DynamicTest> whatIsDrawnHasCases() {
    return Bridges.ALL.stream().filter(bridge -> bridge.status() instanceof Modelled)
        .map(bridge -> DynamicTest.dynamicTest(bridge.id(), () -> holds(bridge, (Modelled) bridge.status())));
  }

  @Test
  void whatIsNotDrawnHasNone() throws IOException {
    List<String> modelled = Bridges.ALL.stream().filter(bridge -> bridge.status() instanceof Modelled).map(BridgesTest::prefix).toList();
    try (Stream<Path> directories = Files.list(ROOT)) {
      assertThat(directories).allSatisfy(directory -> assertThat(modelled).anyMatch(directory.getFileName().toString()::startsWith));
    }
  }

  private static void holds(Bridge bridge, Modelled modelled) {
    List<Shown> shown = EdgeCases.below(ROOT).stream().filter(file -> ROOT.relativize(file.file()).toString().startsWith(prefix(bridge))).map(Shown::of).toList();
    List<Edge> edges = shown.stream().flatMap(one -> one.edges.stream()).toList();
    assertThat(edges).extracting(Edge::technique).containsAll(modelled.techniques());
    assertThat(edges).extracting(Edge::kind).containsAll(modelled.kinds());
    assertThat(modelled.fields()).isNotEmpty();
    assertThat(modelled.permissions()).isNotEmpty();
    assertThat(bridge.directions()).allSatisfy(direction -> assertThat(shown.stream()
        .filter(one -> one.edges.stream().anyMatch(edge -> isIn(edge.to(), direction.into()))).mapToLong(Shown::nearMisses).sum())
        .as("near misses of what leads into %s", direction.into()).isGreaterThanOrEqualTo(NEAR_MISSES));
  }

  private static String prefix(Bridge bridge) {
    return bridge.id().toLowerCase(Locale.ROOT) + "-";
  }

  private static boolean isIn(ResourceId id, Cloud cloud) {
    return switch (id) {
      case Arn aws -> cloud == Cloud.AWS;
      case AccessKeyId key -> cloud == Cloud.AWS;
      case ArmId azure -> cloud == Cloud.AZURE;
      case EntraId entra -> cloud == Cloud.AZURE;
      default -> false;
    };
  }
}
