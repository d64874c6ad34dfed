package io.drawbridge.app;

import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.JoinKey;
import io.drawbridge.collect.bundle.BundleStore;
import io.drawbridge.engine.Image;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps what files hold, and publishes the estate anew. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Read files into a data directory and publish the estate anew.")
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private StoreOptions store = new StoreOptions();
  @Mixin private FileOptions files = new FileOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "bundles, folders, archives or files")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--data", paramLabel = "DIR", description = "the data directory (default: ./data)")
  private Path data = Path.of("data");

  @Override
  public Integer call() {
    PrintWriter messages = spec.commandLine().getErr();
    DataDirectory directory = DataDirectory.open(data);
    try (GraphStore graphs = store.open(directory)) {
      return graphs.exclusively(() -> load(directory, graphs, messages)).number();
    }
  }

  private ExitCode load(DataDirectory directory, GraphStore graphs, PrintWriter messages) {
    graphs.recover();
    Instant now = Clock.systemUTC().instant();
    var random = new SecureRandom();
    SnapshotId snapshot = SnapshotId.at(now, random);
    ImportResult documents = FileOptions.read(paths, files.options().storedAs(joinKey(directory, random), snapshot), messages);
    var bundles = new BundleStore(directory.bundles());
    bundles.add(documents);
    Assembly assembly = Assembly.of(bundles.union(), now);
    Image image = graphs.load(assembly.graph(), snapshot, assembly.completeness());
    report(documents, image);
    return InputVerdict.of(documents.report(), assembly.malformed(), messages);
  }

  private static JoinKey joinKey(DataDirectory directory, SecureRandom random) {
    try {
      return JoinKey.load(directory.root(), random);
    } catch (IOException e) {
      throw DataDirectory.unusable(directory.root(), e);
    }
  }

  private void report(ImportResult documents, Image image) {
    PrintWriter out = spec.commandLine().getOut();
    if (output.isJson()) {
      OutputOptions.print(ImportReportJson.of(documents.report(), image), out);
      return;
    }
    ImportReportText.all(documents.report(), out);
    out.println("Published " + image.snapshot() + ": " + image.nodeCount() + " nodes, " + image.edgeCount() + " edges, "
        + image.completeness().percent() + " % of what the rules want was read.");
    out.flush();
  }
}
