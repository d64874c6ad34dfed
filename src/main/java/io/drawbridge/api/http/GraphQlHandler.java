package io.drawbridge.api.http;

import io.drawbridge.api.GraphQlAnswer;
import io.drawbridge.api.GraphQlRequest;
import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.Permission;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GraphQL over HTTP: reads the request, has a searcher answer it, and writes the answer in the type the client asked for. */
final class GraphQlHandler implements Handler<RoutingContext> {

  private static final Pattern JSON_BODY =
      Pattern.compile("\\s*application/json\\s*(?:;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

  private final GraphQlService service;
  private final Searchers searchers;
  private final PageToken token;

  GraphQlHandler(GraphQlService service, Searchers searchers, PageToken token) {
    this.service = service;
    this.searchers = searchers;
    this.token = token;
  }

  @Override
  public void handle(RoutingContext context) {
    Optional<MediaType> type = MediaType.preferred(context.request().getHeader("accept"));
    if (type.isEmpty()) {
      Refusals.send(context, ErrorCode.NOT_ACCEPTABLE, "accept `application/graphql-response+json` or `application/json`");
      return;
    }
    try {
      answer(context, read(context), type.get());
    } catch (DrawbridgeException e) {
      Refusals.send(context, e.code(), e.message());
    }
  }

  private GraphQlRequest read(RoutingContext context) {
    if (context.request().method().equals(HttpMethod.GET)) {
      return RequestReader.parameters(context.request()::getParam);
    }
    if (!context.request().method().equals(HttpMethod.POST)) {
      context.response().putHeader("allow", "GET, POST");
      throw new DrawbridgeException(ErrorCode.METHOD_NOT_ALLOWED, "send a question by POST or GET");
    }
    if (!isJson(context.request().getHeader("content-type"))) {
      throw new DrawbridgeException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send the body as `application/json` in UTF-8");
    }
    boolean trusted = token.matches(context.request().getHeader(PageToken.HEADER));
    String body = context.body().asString(StandardCharsets.UTF_8.name());
    return RequestReader.body(body == null ? "" : body, trusted ? Permission.READ_AND_CHANGE : Permission.READ);
  }

  private void answer(RoutingContext context, GraphQlRequest request, MediaType type) {
    var loop = context.vertx().getOrCreateContext();
    boolean taken =
        searchers.offer(
            () -> {
              GraphQlAnswer answer = service.execute(request);
              byte[] body = Json.bytes(answer.body());
              loop.runOnContext(_ -> write(context.response(), answer, type, body));
            });
    if (!taken) {
      context.response().putHeader("retry-after", "1");
      Refusals.send(context, ErrorCode.BUSY, "the server is busy: try again in a second");
    }
  }

  private static void write(HttpServerResponse response, GraphQlAnswer answer, MediaType type, byte[] body) {
    if (response.closed() || response.ended()) {
      return;
    }
    if (answer.failure() == ErrorCode.METHOD_NOT_ALLOWED) {
      response.putHeader("allow", "POST");
    }
    response
        .setStatusCode(answer.findFailure().filter(code -> type == MediaType.GRAPHQL || Statuses.isTransport(code)).map(Statuses::of).orElse(200))
        .putHeader("content-type", type.header())
        .end(Buffer.buffer(body));
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null && JSON_BODY.matcher(contentType).matches();
  }
}
