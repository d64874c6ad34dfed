package io.drawbridge.api.http;

import io.drawbridge.api.GraphQlService;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A started server with all that it has to stop. */
record Listening(String host, int port, Vertx vertx, Searchers searchers, GraphQlService service) implements RunningServer {

  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final int PATIENCE_SECONDS = 10;
  private static final String ANY_ADDRESS = "0.0.0.0";

  @Override
  public String url() {
    String name = host.equals(ANY_ADDRESS) ? ServerSettings.LOOPBACK : host;
    return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port + "/";
  }

  @Override
  public void close() {
    searchers.close();
    service.close();
    try {
      vertx.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      LOG.warn("the HTTP server did not stop within {} seconds", PATIENCE_SECONDS, e);
    }
  }
}
