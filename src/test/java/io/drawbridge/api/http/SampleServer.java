package io.drawbridge.api.http;

import io.drawbridge.api.EstateSample;
import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.Limits;
import io.drawbridge.api.Published;
import io.drawbridge.api.query.QueryModules;
import java.util.Optional;

/** The real server on the sample estate: for the browser test, and for working on the pages ({@code npm run dev} asks it). */
public final class SampleServer {

  private SampleServer() {}

  /**
   * Starts it on a port of loopback.
   *
   * @param port 0 for any free one
   */
  public static RunningServer start(int port) {
    Published estate = EstateSample.published("sample");
    var service = new GraphQlService(QueryModules.all(), () -> Optional.of(estate), Limits.DEFAULT);
    return HttpApi.start(ServerSettings.loopback(port), service);
  }

  public static void main(String[] arguments) throws InterruptedException {
    try (RunningServer server = start(arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]))) {
      System.out.println(server.url());
      Thread.currentThread().join();
    }
  }
}
