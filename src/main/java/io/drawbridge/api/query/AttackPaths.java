package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.analysis.AttackPath;
import io.drawbridge.analysis.Hop;
import io.drawbridge.analysis.Route;
import io.drawbridge.analysis.attackpath.AttackPathAnswer;
import io.drawbridge.analysis.attackpath.AttackPathQuestion;
import io.drawbridge.analysis.attackpath.PathStatus;
import io.drawbridge.api.QueryModule;
import io.drawbridge.api.Vocabulary;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.Severity;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.EdgeKey;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code attackPaths}: how can an attacker get there. */
final class AttackPaths implements QueryModule {

  private static final int MOST_PER_PAIR = 50;
  private static final int LARGEST_PAGE = 200;

  private final Search<AttackPathQuestion, AttackPathAnswer> search;
  private final NodeLookup lookup;

  /** One page of the answer, and what is true of all of it. */
  private record Connection(Image image, AttackPathAnswer answer, Page<AttackPath> page) {}

  AttackPaths(Search<AttackPathQuestion, AttackPathAnswer> search, NodeLookup lookup) {
    this.search = search;
    this.lookup = lookup;
  }

  @Override
  public String topic() {
    return "attackpath";
  }

  @Override
  public List<Vocabulary<?>> vocabularies() {
    return List.of(
        Vocabulary.of(PathStatus.class, "What the absence or presence of paths means.", AttackPaths::meaning),
        Vocabulary.of(Severity.class, "How bad a finding or a path is.", AttackPaths::meaning));
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Query", type -> type.dataFetcher("attackPaths", this::connection));
    Fields.of("AttackPathConnection", Connection.class)
        .field("status", connection -> connection.answer.status())
        .field("edges", connection -> connection.page.edges())
        .field("pageInfo", connection -> connection.page.pageInfo())
        .field("path", AttackPaths::path)
        .field("totalCount", connection -> connection.page.totalCount())
        .field("truncated", connection -> connection.answer.truncated())
        .field("completeness", connection -> connection.answer.completeness())
        .field("leftOut", connection -> SharedTypes.rows(connection.answer.leftOut()))
        .field("snapshot", connection -> connection.image.snapshot().value())
        .addTo(wiring);
    Fields.of("AttackPath", AttackPath.class)
        .field("likelihood", ofRoute(Route::likelihood))
        .field("cost", ofRoute(Route::cost))
        .field("clouds", ofRoute(Route::clouds))
        .field("entry", ofRoute(Route::entry))
        .field("target", ofRoute(Route::target))
        .field("nodes", ofRoute(Route::nodes))
        .field("hops", ofRoute(Route::hops))
        .field("condition", ofRoute(Route::condition))
        .field("unread", ofRoute(Route::unread))
        .addTo(wiring);
    Fields.of("Hop", Hop.class).field("parts", hop -> hop.parts().stream().map(EdgeKey::value).toList()).addTo(wiring);
  }

  private Connection connection(DataFetchingEnvironment field) {
    Image image = Pinned.image(field);
    Arguments.first(field, LARGEST_PAGE);
    var question = new AttackPathQuestion(ids(field, image, "from"), ids(field, image, "to"),
        Arguments.bounded(field, "k", MOST_PER_PAIR), AttackPathQuestion.DEFAULT_LIMIT, Arguments.premises(field));
    AttackPathAnswer answer = search.answer(image, question);
    return new Connection(image, answer, Page.of(answer.paths(), AttackPath::id, field));
  }

  private static @Nullable AttackPath path(Connection connection, DataFetchingEnvironment field) {
    String id = field.getArgumentOrDefault("id", "");
    return connection.answer.paths().stream().filter(path -> path.id().equals(id)).findFirst().orElse(null);
  }

  private List<ResourceId> ids(DataFetchingEnvironment field, Image image, String name) {
    return Arguments.texts(field, name).stream().map(id -> lookup.find(image, id)).toList();
  }

  private static Function<AttackPath, Object> ofRoute(Function<Route, Object> read) {
    return path -> read.apply(path.route());
  }

  private static String meaning(PathStatus status) {
    return switch (status) {
      case PATHS -> "there is at least one path";
      case NONE -> "there is no path, and no gap lies where one could pass";
      case NONE_KNOWN -> "no path in what was read, but something that could hold one was not read";
    };
  }

  private static String meaning(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "act now";
      case HIGH -> "act this week";
      case MEDIUM -> "plan a fix";
      case LOW -> "know about it";
    };
  }
}
