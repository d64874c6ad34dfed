package io.drawbridge.app;

import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.ImageSource;
import io.drawbridge.api.Limits;
import io.drawbridge.api.http.HttpApi;
import io.drawbridge.api.http.RunningServer;
import io.drawbridge.api.http.ServerSettings;
import io.drawbridge.api.query.QueryModules;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a server listens and whom it answers. */
final class ServerOptions {

  private static final int DEFAULT_PORT = 8080;

  @Option(names = "--port", paramLabel = "PORT", description = "the port; 0 takes any free one (default: 8080)")
  private int port = DEFAULT_PORT;

  @Option(names = "--host", paramLabel = "ADDRESS", description = "the address to bind (default: 127.0.0.1; who can reach another sees the whole estate)")
  private String host = ServerSettings.LOOPBACK;

  @Option(names = "--allow-host", paramLabel = "NAME", description = "a further name that browsers may call this server by; repeatable")
  private List<String> names = new ArrayList<>();

  RunningServer start(GraphQlService service) {
    return HttpApi.start(ServerSettings.loopback(port).boundTo(host, names), service);
  }

  static GraphQlService service(ImageSource source) {
    return new GraphQlService(QueryModules.all(), source, Limits.DEFAULT);
  }
}
