package io.drawbridge.docs;

import io.drawbridge.edge.federation.Bridge;
import io.drawbridge.edge.federation.Bridge.Status.Modelled;
import io.drawbridge.edge.federation.Bridge.Status.NotModelled;
import io.drawbridge.edge.federation.Bridges;
import io.drawbridge.graph.EdgeKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/bridges.md what the table of bridges says. */
class BridgesDocsTest {

  @Test
  void theBridgesAreDocumentedAsTheyAre() throws IOException {
    Golden.assertMatches(Path.of("docs/bridges.md"), page());
  }

  private static String page() {
    var page = new StringBuilder("""
        # Bridges between the clouds

        Generated from the code. A bridge is drawn where the answers of both sides prove it; permissions are those of whoever collects.

        | row | what | direction | edges | techniques | evidence | permissions | not drawn of it |
        |---|---|---|---|---|---|---|---|
        """);
    Bridges.ALL.forEach(bridge -> {
      if (bridge.status() instanceof Modelled modelled) {
        row(page, bridge.id(), bridge.title(), directions(bridge), codes(modelled.kinds().stream().map(EdgeKind::name)), codes(modelled.techniques().stream()),
            String.join("; ", modelled.fields()), codes(modelled.permissions().stream()), modelled.limits());
      }
    });
    page.append("\n## Not modelled\n\n| row | what | direction | why no edge is drawn |\n|---|---|---|---|\n");
    Bridges.ALL.forEach(bridge -> {
      if (bridge.status() instanceof NotModelled notModelled) {
        row(page, bridge.id(), bridge.title(), directions(bridge), notModelled.reason());
      }
    });
    return page.toString();
  }

  private static String directions(Bridge bridge) {
    return bridge.directions().stream().map(Bridge.Direction::title).collect(Collectors.joining(", "));
  }

  private static String codes(Stream<String> texts) {
    return texts.map(text -> "`" + text + "`").collect(Collectors.joining(", "));
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", List.of(cells))).append(" |\n");
  }
}
