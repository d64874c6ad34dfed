package io.drawbridge.api.http;

import io.drawbridge.api.GraphQlService;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Answers requests that go no further, in the same shape as a failed GraphQL request. */
final class Refusals {

  private Refusals() {}

  static void forbid(RoutingContext context, String message) {
    send(context, ErrorCode.FORBIDDEN, message);
  }

  static void send(RoutingContext context, ErrorCode code, String message) {
    send(context, Statuses.of(code), code, message);
  }

  static void send(RoutingContext context, int status, ErrorCode code, String message) {
    var answer = GraphQlService.refuse(new DrawbridgeException(code, message));
    context.response().setStatusCode(status).putHeader("content-type", MediaType.JSON.header());
    context.end(Buffer.buffer(Json.bytes(answer.body())));
  }
}
