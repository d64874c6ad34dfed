package io.drawbridge.api.http;

import io.drawbridge.api.GraphQlService;
import io.drawbridge.cloud.ErrorCode;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which path is answered by whom; every request passes the guard and gets the security headers first. */
record Routes(ServerSettings settings, GraphQlService service, Searchers searchers, PageToken token, String pages) {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
  private static final int PAYLOAD_TOO_LARGE = 413;

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(new SecurityHeaders());
    router.get("/health").handler(this::health);
    router.route().handler(new RequestGuard(settings.hostNames()));
    router.get("/graphql/schema.graphql").handler(schema());
    router.post("/graphql").handler(BodyHandler.create(false).setBodyLimit(settings.bodyBytes()));
    router.route("/graphql").handler(new GraphQlHandler(service, searchers, token));
    router.get().handler(new Pages(pages, token));
    router.route().failureHandler(this::failed);
    return router;
  }

  /** Up means that requests are answered; whether there is a snapshot to answer from is said beside it. */
  private void health(RoutingContext context) {
    context.response().putHeader("content-type", "application/json; charset=utf-8");
    context.end(Buffer.buffer(Json.bytes(Map.of("status", "UP", "snapshot", service.source().current().isPresent()))));
  }

  private Handler<RoutingContext> schema() {
    String sdl = service.sdl();
    return context -> {
      context.response().putHeader("content-type", "text/plain; charset=utf-8");
      context.end(sdl);
    };
  }

  private void failed(RoutingContext context) {
    if (context.response().ended()) {
      return;
    }
    if (context.statusCode() == PAYLOAD_TOO_LARGE) {
      Refusals.send(context, PAYLOAD_TOO_LARGE, ErrorCode.LIMIT_EXCEEDED, "the body is longer than " + settings.bodyBytes() + " bytes");
      return;
    }
    LOG.error("request failed with status {}", context.statusCode(), context.failure());
    Refusals.send(context, ErrorCode.INTERNAL, "the server failed: look into its log");
  }
}
