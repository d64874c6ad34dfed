package io.drawbridge.api.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.api.GraphQlRequest;
import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.ImageSource;
import io.drawbridge.api.Limits;
import io.drawbridge.api.Permission;
import io.drawbridge.api.Published;
import io.drawbridge.api.QueryModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A service over a snapshot that a test can change, asked in GraphQL and answered in JSON. */
final class Asking implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicReference<Published> published;
  private final GraphQlService service;

  Asking(List<QueryModule> modules, Published first) {
    published = new AtomicReference<>(first);
    service = new GraphQlService(modules, source(), Limits.DEFAULT);
  }

  /** A service over a source that does not change. */
  Asking(List<QueryModule> modules, ImageSource source) {
    published = new AtomicReference<>(source.current().orElseThrow());
    service = new GraphQlService(modules, source, Limits.DEFAULT);
  }

  void publish(Published next) {
    published.set(next);
  }

  /** The answer's data; fails the test when there are errors. */
  JsonNode data(String query) {
    JsonNode answer = answer(query);
    if (answer.has("errors")) {
      throw new AssertionError(answer.get("errors").toPrettyString());
    }
    return answer.get("data");
  }

  /** The code of the first error. */
  String code(String query) {
    return answer(query).at("/errors/0/extensions/code").asText();
  }

  JsonNode answer(String query) {
    return JSON.valueToTree(service.execute(new GraphQlRequest(query, null, Map.of(), Permission.READ)).body());
  }

  @Override
  public void close() {
    service.close();
  }

  private ImageSource source() {
    return () -> Optional.ofNullable(published.get());
  }
}
