package io.drawbridge.api.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns away what does not come from a page of this server or from a tool.
 *
 * <p>Why: a site that an administrator happens to visit can point a name of its own at 127.0.0.1 (DNS rebinding) and would then
 * read the whole map of the estate; its requests still carry its own name as Host. Any port is fine in Host, since a container
 * publishes another port than it binds; Origin must name the very host and port that the request was sent to.
 */
final class RequestGuard implements Handler<RoutingContext> {

  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final List<String> hostNames;

  RequestGuard(List<String> hostNames) {
    this.hostNames = hostNames;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String host = request.authority() == null ? null : request.authority().toString();
    if (!isOurs(host)) {
      Refusals.forbid(context, "the name in `host` is not one of this server's: add it with `--host-name`");
      return;
    }
    if (!isSameOrigin(request.getHeader("origin"), host) || !isOwnSite(request)) {
      Refusals.forbid(context, "the request comes from another site");
      return;
    }
    context.next();
  }

  private boolean isOurs(@Nullable String host) {
    return host != null && hostNames.contains(withoutPort(host.toLowerCase(Locale.ROOT)));
  }

  private static boolean isSameOrigin(@Nullable String origin, @Nullable String host) {
    return origin == null || origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
  }

  /** A navigation from another site's link is fine for pages, which tell nothing by themselves; for questions it is not. */
  private static boolean isOwnSite(HttpServerRequest request) {
    String site = request.getHeader("sec-fetch-site");
    boolean visit = "navigate".equals(request.getHeader("sec-fetch-mode")) && !request.path().startsWith("/graphql");
    return site == null || OWN_SITES.contains(site) || visit;
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
