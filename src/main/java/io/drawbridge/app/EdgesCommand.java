package io.drawbridge.app;

import io.drawbridge.analysis.AnswerJson;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the graph's edges, capability sets included. */
@Command(name = "edges", mixinStandardHelpOptions = true, description = "Print the graph's edges with their evidence, one per line.")
final class EdgesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--kind", paramLabel = "KIND", arity = "1..*", description = "only edges of these kinds, such as CAN_ASSUME")
  private List<EdgeKind> kinds = new ArrayList<>();

  @Option(names = "--from", paramLabel = "ID", arity = "1..*", description = "only edges that start here")
  private List<String> from = new ArrayList<>();

  @Option(names = "--to", paramLabel = "ID", arity = "1..*", description = "only edges that end here")
  private List<String> to = new ArrayList<>();

  @Override
  public Integer call() {
    OpenedEstate estate = source.open(spec.commandLine().getErr());
    Image image = estate.image();
    IntPredicate wanted = ends(image, from, image::from).and(ends(image, to, image::to))
        .and(edge -> kinds.isEmpty() || kinds.contains(image.edgeKind(edge)));
    PrintWriter out = spec.commandLine().getOut();
    for (int edge = 0; edge < image.edgeCount(); edge++) {
      if (wanted.test(edge)) {
        print(image.edge(edge), out);
      }
    }
    out.flush();
    return estate.inputs().number();
  }

  private static IntPredicate ends(Image image, List<String> texts, IntUnaryOperator end) {
    Set<Integer> nodes = new HashSet<>();
    for (ResourceId id : Ids.find(image, texts)) {
      nodes.add(image.find(id).orElseThrow());
    }
    return edge -> texts.isEmpty() || nodes.contains(end.applyAsInt(edge));
  }

  private void print(Edge edge, PrintWriter out) {
    if (output.isJson()) {
      OutputOptions.print(AnswerJson.edge(edge), out);
    } else {
      out.println(Terminal.printable(edge.from().text() + " -" + edge.kind() + "-> " + edge.to().text() + "  (" + edge.technique() + ")"
          + AnswerText.condition(edge.condition().atoms())));
    }
  }
}
