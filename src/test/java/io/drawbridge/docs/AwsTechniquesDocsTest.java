package io.drawbridge.docs;

import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.aws.rules.AwsNotModelled;
import io.drawbridge.edge.aws.rules.AwsRules;
import io.drawbridge.edge.federation.FederationRules;
import io.drawbridge.edge.network.NetworkRules;
import io.drawbridge.graph.Technique;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/aws-techniques.md what the rules say. */
class AwsTechniquesDocsTest {

  @Test
  void theTechniquesAreDocumentedAsTheyAre() throws IOException {
    Golden.assertMatches(Path.of("docs/aws-techniques.md"), page());
  }

  private static String page() {
    var page = new StringBuilder("""
        # AWS techniques

        Generated from the code. Ids of the form `service-001` are pathfinding.cloud's; those that begin with `aws-` are ours.

        | technique | what the attacker does | ATT&CK | what takes it away |
        |---|---|---|---|
        """);
    Stream.of(AwsRules.EDGES, FederationRules.EDGES, NetworkRules.EDGES).flatMap(List::stream).map(EdgeRule::techniques).flatMap(techniques -> techniques.stream()).distinct()
        .sorted(Comparator.comparing(Technique::id))
        .forEach(technique -> row(page, "`" + technique.id() + "`", technique.title(), technique.attackId(), technique.remediation()));
    page.append("\n## Not drawn\n\n| technique | why |\n|---|---|\n");
    AwsNotModelled.ALL.stream().sorted(Comparator.comparing(AwsNotModelled.Row::id)).forEach(row -> row(page, "`" + row.id() + "`", row.reason()));
    return page.toString();
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
