package io.drawbridge.api.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * Headers on every response: nothing from elsewhere runs in our pages, nobody frames them, nobody sniffs or caches answers.
 *
 * <p>Why inline styles are allowed: the graph canvas and the explorer's editor set them from scripts; scripts come from files of
 * ours only. Workers from {@code blob:} are how the editor's language service starts.
 */
final class SecurityHeaders implements Handler<RoutingContext> {

  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
          + "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          "content-security-policy", CONTENT,
          "x-content-type-options", "nosniff",
          "x-frame-options", "DENY",
          "referrer-policy", "no-referrer",
          "cross-origin-opener-policy", "same-origin",
          "cross-origin-resource-policy", "same-origin",
          "permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "cache-control", "no-store");

  @Override
  public void handle(RoutingContext context) {
    HEADERS.forEach(context.response().headers()::set);
    context.next();
  }
}
