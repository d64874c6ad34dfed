package io.drawbridge.api.query;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.drawbridge.analysis.Assumption;
import io.drawbridge.analysis.CloudAccess;
import io.drawbridge.api.ImageSource;
import io.drawbridge.api.QueryModule;
import io.drawbridge.api.Vocabulary;
import io.drawbridge.cloud.DrawbridgeException;
import io.drawbridge.cloud.ErrorCode;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code whoCan} and {@code whatCan}: questions to the policies themselves, which the graph does not hold. */
final class AccessQuestions implements QueryModule {

  @Override
  public String topic() {
    return "access";
  }

  @Override
  public List<Vocabulary<?>> vocabularies() {
    return List.of(Vocabulary.of(AccessDecision.class, "Whether a request is allowed.", AccessDecision::meaning));
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type("Query", type -> type.dataFetcher("whoCan", AccessQuestions::whoCan).dataFetcher("whatCan", AccessQuestions::whatCan));
    Fields.of("Access", Access.class).field("rulings", (access, field) -> Page.of(access.rulings(), AccessQuestions::row, field)).addTo(wiring);
    Fields.of("AccessRuling", AccessRuling.class)
        .field("decision", ruling -> AccessDecision.of(ruling.ruling().decision()))
        .field("alternatives", ruling -> alternatives(ruling.ruling().decision()))
        .field("evidence", ruling -> ruling.ruling().proof().evidence())
        .field("unread", ruling -> ruling.ruling().proof().unread())
        .addTo(wiring);
  }

  private static Access whoCan(DataFetchingEnvironment field) {
    String owner = Objects.requireNonNullElse(field.<@Nullable String>getArgument("resourceAccount"), "");
    boolean dataAction = Objects.requireNonNullElse(field.<@Nullable Boolean>getArgument("dataAction"), false);
    List<Assumption> stated = Arguments.texts(field, "assume").stream().map(Assumption::parse).toList();
    var question = new CloudAccess.Question(text(field, "action"), dataAction, text(field, "resource"), owner, stated);
    return asked(field, estate -> CloudAccess.whoCan(estate, question));
  }

  private static Access whatCan(DataFetchingEnvironment field) {
    String principal = text(field, "principal");
    return asked(field, estate -> CloudAccess.whatCan(estate, principal));
  }

  /** An estate is one thread's at a time. */
  private static Access asked(DataFetchingEnvironment field, Function<Estate, Access> question) {
    ImageSource source = Objects.requireNonNull(field.getGraphQlContext().<ImageSource>get(ImageSource.class), "the service gives it");
    Estate estate = source.inventory().orElseThrow(() -> new DrawbridgeException(ErrorCode.NEEDS_INVENTORY,
        "this server holds no bundles: `drawbridge import` what was collected into its data directory"));
    synchronized (estate) {
      return question.apply(estate);
    }
  }

  private static String text(DataFetchingEnvironment field, String name) {
    return Objects.requireNonNull(field.<String>getArgument(name), "the schema demands it");
  }

  private static String row(AccessRuling ruling) {
    return String.join("\n", ruling.principal(), ruling.action(), Boolean.toString(ruling.dataAction()), ruling.resource());
  }

  private static List<String> alternatives(Decision decision) {
    return decision instanceof Decision.Conditional conditional ? conditional.alternatives().stream().map(AccessQuestions::inWords).toList() : List.of();
  }

  private static String inWords(Residual residual) {
    return residual.requirements().stream().map(Requirement::text).collect(Collectors.joining(" and "));
  }
}
