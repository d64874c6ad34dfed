package io.drawbridge.app;

import io.drawbridge.api.http.RunningServer;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.GraphStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a data directory until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serve a data directory: the pages, the explorer and the GraphQL API.")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private StoreOptions store = new StoreOptions();

  @Option(names = "--data", paramLabel = "DIR", description = "the data directory (default: ./data)")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws InterruptedException {
    DataDirectory directory = DataDirectory.open(data);
    var image = new CurrentImage(directory, CurrentImage.bundlesOf(directory));
    var lifetime = Lifetime.ofProcess();
    if (store.isExternal() || image.current().isEmpty()) {
      openStore(directory, lifetime);
      listen(image, lifetime);
    } else {
      listen(image, lifetime);
      openStoreBehind(directory, lifetime);
    }
    lifetime.awaitEnd();
    return ExitCode.OK.number();
  }

  private void listen(CurrentImage image, Lifetime lifetime) {
    RunningServer running = server.start(ServerOptions.service(image));
    lifetime.closeAtEnd(running);
    spec.commandLine().getOut().println("drawbridge serves " + running.url());
    spec.commandLine().getOut().flush();
  }

  private void openStore(DataDirectory directory, Lifetime lifetime) {
    GraphStore graphs = store.open(directory);
    lifetime.closeAtEnd(graphs);
    graphs.recover();
  }

  /** Questions are answered from the image already: a database that does not come up is said, and does not stop them. */
  private void openStoreBehind(DataDirectory directory, Lifetime lifetime) {
    PrintWriter messages = spec.commandLine().getErr();
    Thread.ofVirtual().name("open-store").start(() -> {
      try {
        openStore(directory, lifetime);
      } catch (DrawbridgeException e) {
        messages.println("drawbridge: " + Terminal.printable(e.message()) + "; questions are answered from the last published image");
        messages.flush();
      }
    });
  }
}
