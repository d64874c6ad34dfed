package io.drawbridge.docs;

import io.drawbridge.graph.EdgeClass;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.NodeKind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/vocabulary.md what the enums say. */
class VocabularyDocsTest {

  @Test
  void theVocabularyIsDocumentedAsItIs() throws IOException {
    Golden.assertMatches(Path.of("docs/vocabulary.md"), page());
  }

  private static String page() {
    var page = new StringBuilder("# The graph's vocabulary\n\nGenerated from the code. An edge u → v reads: who controls u can gain v.\n");
    page.append("\n## Classes of edges\n\n| class | by default | meaning |\n|---|---|---|\n");
    for (EdgeClass edgeClass : EdgeClass.values()) {
      row(page, code(edgeClass.name()), edgeClass.byDefault() ? "yes" : "on request", edgeClass.meaning());
    }
    page.append("\n## Edges\n\n| relationship | class | who controls the start … | ATT&CK | followed |\n|---|---|---|---|---|\n");
    for (EdgeKind kind : EdgeKind.values()) {
      row(page, code(kind.name()), kind.edgeClass().name(), kind.meaning(), kind.attackId(), kind.traversable() ? "yes" : "never");
    }
    page.append("\n## Nodes\n\n| label | cloud | family | what it is |\n|---|---|---|---|\n");
    for (NodeKind kind : NodeKind.values()) {
      row(page, code(kind.label()), kind.cloud().name(), kind.family().name(), kind.title());
    }
    return page.toString();
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static void row(StringBuilder page, String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
