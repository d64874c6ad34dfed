package io.drawbridge.api.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the built pages from the class path: one document for every page of the application, and the files it asks for.
 *
 * <p>File names under {@code assets/} carry a hash of their content, so browsers may keep them for ever.
 */
final class Pages implements Handler<RoutingContext> {

  /** The paths that the application in the browser tells apart. */
  static final Set<String> PAGES = Set.of("/", "/explorer", "/blast", "/estate");

  private static final Pattern FILE = Pattern.compile("/(?:assets/)?[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final String TOKEN_PLACE = "content=\"drawbridge-token\"";

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "ico", "image/x-icon",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml",
          "ttf", "font/ttf",
          "txt", "text/plain; charset=utf-8",
          "woff2", "font/woff2");

  private final String folder;
  private final PageToken token;
  private final Map<String, Buffer> files = new ConcurrentHashMap<>();

  /**
   * @param folder where the pages lie on the class path: {@code web}
   */
  Pages(String folder, PageToken token) {
    this.folder = folder;
    this.token = token;
  }

  @Override
  public void handle(RoutingContext context) {
    String path = context.normalizedPath();
    if (PAGES.contains(path)) {
      page(context);
      return;
    }
    Optional<Buffer> file = FILE.matcher(path).matches() && TYPES.containsKey(ending(path)) ? find(path) : Optional.empty();
    if (file.isEmpty() || path.endsWith(".html")) {
      context.response().setStatusCode(404).putHeader("content-type", "text/plain; charset=utf-8");
      context.end("nothing is here: start at /\n");
      return;
    }
    if (path.startsWith("/assets/")) {
      context.response().headers().set("cache-control", "public, max-age=31536000, immutable");
    }
    send(context.response(), TYPES.getOrDefault(ending(path), "application/octet-stream"), file.get());
  }

  private void page(RoutingContext context) {
    Optional<Buffer> document = find("/index.html");
    if (document.isEmpty()) {
      context.response().setStatusCode(503).putHeader("content-type", "text/plain; charset=utf-8");
      context.end("this build has no pages: build it with Node installed; questions are answered at /graphql\n");
      return;
    }
    String html = document.get().toString(StandardCharsets.UTF_8).replace(TOKEN_PLACE, "content=\"" + token.value() + "\"");
    send(context.response(), String.valueOf(TYPES.get("html")), Buffer.buffer(html));
  }

  private static void send(HttpServerResponse response, String type, Buffer content) {
    response.putHeader("content-type", type).end(content);
  }

  /** Only what is there is remembered: anybody can ask for any number of files that are not. */
  private Optional<Buffer> find(String path) {
    Optional<Buffer> file = Optional.ofNullable(files.get(path)).or(() -> load(path));
    file.ifPresent(content -> files.put(path, content));
    return file;
  }

  private Optional<Buffer> load(String path) {
    try (InputStream file = Pages.class.getResourceAsStream("/" + folder + path)) {
      return file == null ? Optional.empty() : Optional.of(Buffer.buffer(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
