package io.drawbridge.api.http;

import io.drawbridge.api.GraphQlService;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/** Starts the HTTP server: GraphQL at {@code /graphql}, its schema, the pages, and a health check. */
public final class HttpApi {

  private static final String PAGES = "web";
  private static final int HEADER_BYTES = 16 * 1024;
  private static final int LINE_BYTES = 16 * 1024;
  private static final int IDLE_SECONDS = 120;
  private static final int PATIENCE_SECONDS = 10;

  private HttpApi() {}

  /**
   * Returns when the server listens.
   *
   * @throws DrawbridgeException when the port is in use or the address is not one of this machine
   */
  public static RunningServer start(ServerSettings settings, GraphQlService service) {
    return start(settings, service, PAGES);
  }

  static RunningServer start(ServerSettings settings, GraphQlService service, String pages) {
    var files = new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setFileSystemOptions(files));
    var searchers = new Searchers(settings.searchers(), settings.waiting());
    var token = PageToken.random(new SecureRandom());
    var router = new Routes(settings, service, searchers, token, pages).router(vertx);
    try {
      HttpServer server = vertx.createHttpServer(options(settings)).requestHandler(router).listen().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return new Listening(settings.host(), server.actualPort(), vertx, searchers, service);
    } catch (Exception e) {
      searchers.close();
      vertx.close();
      throw failure(settings, e);
    }
  }

  private static DrawbridgeException failure(ServerSettings settings, Exception cause) {
    String address = "`" + settings.host() + ":" + settings.port() + "`";
    if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
      return new DrawbridgeException(
          ErrorCode.PORT_IN_USE, address + " is in use: stop what listens there, or choose another port with `--port`", cause);
    }
    return new DrawbridgeException(ErrorCode.USAGE, "cannot listen on " + address + ": " + cause.getMessage(), cause);
  }

  private static HttpServerOptions options(ServerSettings settings) {
    return new HttpServerOptions()
        .setHost(settings.host())
        .setPort(settings.port())
        .setReuseAddress(true)
        .setCompressionSupported(true)
        .setMaxHeaderSize(HEADER_BYTES)
        .setMaxInitialLineLength(LINE_BYTES)
        .setIdleTimeout(IDLE_SECONDS);
  }
}
