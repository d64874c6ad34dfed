package io.drawbridge.docs;

import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.graph.Technique;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** Keeps docs/azure-techniques.md what the rules say. */
class AzureTechniquesDocsTest {

  @Test
  void theTechniquesAreDocumentedAsTheyAre() throws IOException {
    Golden.assertMatches(Path.of("docs/azure-techniques.md"), page());
  }

  private static String page() {
    var page = new StringBuilder("""
        # Azure and Entra techniques

        Generated from the code; all ids are ours.

        | technique | what the attacker does | ATT&CK | what takes it away |
        |---|---|---|---|
        """);
    AzureRules.EDGES.stream().map(EdgeRule::techniques).flatMap(techniques -> techniques.stream()).distinct()
        .sorted(Comparator.comparing(Technique::id))
        .forEach(technique -> page.append("| ").append(String.join(" | ", "`" + technique.id() + "`", technique.title(), technique.attackId(),
            technique.remediation())).append(" |\n"));
    return page.toString();
  }
}
