package io.drawbridge.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.api.GraphQlAnswer;
import io.drawbridge.api.GraphQlRequest;
import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.Permission;
import io.drawbridge.api.http.RunningServer;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.collect.ImportOptions;
import io.drawbridge.collect.ImportProgress;
import io.drawbridge.collect.ImportResult;
import io.drawbridge.collect.foreign.ForeignFiles;
import io.drawbridge.engine.Image;
import io.drawbridge.engine.ImageBuilder;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the demonstration estate of an invented financial company. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Serve a demonstration estate: an invented financial company on AWS and Azure.")
final class DemoCommand implements Callable<Integer> {

  private static final String FIRST_QUESTION = "{ attackPaths(first: 50) { edges { node { summary clouds } } } }";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  @Option(names = "--data", paramLabel = "DIR", description = "where the demonstration is kept (default: ./data/demo)")
  private Path data = Path.of("data", "demo");

  @Option(names = "--once", description = "answer the first question and end: nothing is kept and no database is started")
  private boolean once;

  @Override
  public Integer call() throws InterruptedException {
    Assembly demo = assemble();
    Image inMemory = ImageBuilder.of(demo.graph(), SnapshotId.IN_MEMORY, demo.completeness());
    if (once) {
      return answerOnce(inMemory);
    }
    DataDirectory directory = DataDirectory.open(data);
    var image = new CurrentImage(directory, snapshot -> Optional.of(ReadEstate.of(documents()).estate()));
    image.otherwise(inMemory);
    var lifetime = Lifetime.ofProcess();
    GraphQlService service = ServerOptions.service(image);
    RunningServer running = server.start(service);
    lifetime.closeAtEnd(running);
    tell(spec.commandLine().getOut(), "drawbridge serves " + running.url());
    String first = firstAnswer(service);
    PrintWriter messages = spec.commandLine().getErr();
    tell(messages, "first answer " + sinceStart() + " after the start: " + first);
    publish(demo, inMemory, directory, lifetime);
    lifetime.awaitEnd();
    return ExitCode.OK.number();
  }

  private static Assembly assemble() {
    return Assembly.of(documents(), Instant.now());
  }

  private static ImportResult documents() {
    try (var files = DemoEstate.open()) {
      return ForeignFiles.read(List.of(files.root()), ImportOptions.NONE, ImportProgress.SILENT);
    }
  }

  private int answerOnce(Image image) {
    var source = new CurrentImage(new DataDirectory(data), snapshot -> Optional.empty());
    source.otherwise(image);
    try (GraphQlService service = ServerOptions.service(source)) {
      tell(spec.commandLine().getOut(), firstAnswer(service));
    }
    return ExitCode.OK.number();
  }

  /** The likeliest path that crosses from one cloud into another, in a sentence. */
  private static String firstAnswer(GraphQlService service) {
    GraphQlAnswer answer = service.execute(new GraphQlRequest(FIRST_QUESTION, null, Map.of(), Permission.READ));
    for (JsonNode edge : JSON.valueToTree(answer.body()).path("data").path("attackPaths").path("edges")) {
      if (edge.path("node").path("clouds").size() > 1) {
        return Terminal.printable(edge.path("node").path("summary").asText());
      }
    }
    throw new DrawbridgeException(ErrorCode.INTERNAL, "the demonstration shows no path across the clouds: " + answer.body());
  }

  /** Brings the database to the same graph, behind the server that answers already. */
  private void publish(Assembly demo, Image image, DataDirectory directory, Lifetime lifetime) {
    PrintWriter messages = spec.commandLine().getErr();
    Thread.ofVirtual().name("open-store").start(() -> {
      try {
        GraphStore graphs = store.open(directory);
        lifetime.closeAtEnd(graphs);
        boolean current = graphs.recover().map(Image::graphHash).filter(image.graphHash()::equals).isPresent();
        if (!current) {
          SnapshotId snapshot = SnapshotId.at(Clock.systemUTC().instant(), new SecureRandom());
          graphs.exclusively(() -> graphs.load(demo.graph(), snapshot, demo.completeness()));
        }
        tell(messages, "Neo4j holds the same graph " + sinceStart() + " after the start");
      } catch (DrawbridgeException e) {
        tell(messages, "drawbridge: " + Terminal.printable(e.message()) + "; questions are answered all the same");
      }
    });
  }

  private static String sinceStart() {
    Instant start = ProcessHandle.current().info().startInstant().orElseThrow(() -> new DrawbridgeException(ErrorCode.INTERNAL, "this system does not say when a process started"));
    return "%.1f s".formatted(Duration.between(start, Instant.now()).toMillis() / 1000.0);
  }

  private static void tell(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
