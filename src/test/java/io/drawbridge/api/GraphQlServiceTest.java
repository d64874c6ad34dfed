package io.drawbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.drawbridge.cloud.ErrorCode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service promises to every front door: codes, limits, deadlines, permissions, one snapshot per request. */
class GraphQlServiceTest {

  private static final Limits LIMITS = new Limits(8, 200, 500, Duration.ofMillis(400));

  private final ProbeModule probe = new ProbeModule();
  private final GraphQlService service = new GraphQlService(List.of(probe), Optional::empty, LIMITS);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void anAnswerHasDataAndNoErrors() {
    assertThat(ask("{ echo(text: \"hello\") }").body()).isEqualTo(Map.of("data", Map.of("echo", "hello")));
  }

  @Test
  void whatDoesNotParseIsAnInvalidQuery() {
    assertThat(ask("{ echo(").findFailure()).contains(ErrorCode.INVALID_QUERY);
  }

  @Test
  void whatTheSchemaDoesNotHaveIsAnInvalidQuery() {
    assertThat(ask("{ nothing }").findFailure()).contains(ErrorCode.INVALID_QUERY);
  }

  @Test
  void aVariableOfTheWrongTypeIsAnInvalidQuery() {
    var request = new GraphQlRequest("query($n: Int) { echo(first: $n) }", null, Map.of("n", "many"), Permission.READ);
    assertThat(service.execute(request).findFailure()).contains(ErrorCode.INVALID_QUERY);
  }

  @Test
  void anOperationThatIsNotThereIsAnInvalidQuery() {
    var request = new GraphQlRequest("query A { echo }", "B", Map.of(), Permission.READ);
    assertThat(service.execute(request).findFailure()).contains(ErrorCode.INVALID_QUERY);
  }

  @Test
  void aTimeSpanIsReadAsIso8601AndNothingElse() {
    assertThat(ask("{ echo(wait: \"PT0.001S\") }").findFailure()).isEmpty();
    assertThat(ask("{ echo(wait: \"5s\") }").findFailure()).contains(ErrorCode.INVALID_QUERY);
    assertThat(ask("{ echo(wait: 5) }").findFailure()).contains(ErrorCode.INVALID_QUERY);
  }

  @Test
  void aRefusalOfAFieldKeepsItsCodeItsMessageAndItsPath() {
    GraphQlAnswer answer = ask("{ refuse }");
    assertThat(answer.findFailure()).isEmpty();
    assertThat(errors(answer).getFirst())
        .containsEntry("message", "`x` is no node: look for it with `search`")
        .containsEntry("path", List.of("refuse"))
        .containsEntry("extensions", Map.of("code", "UNKNOWN_ID"));
  }

  @Test
  void anUnexpectedFailureTellsTheClientNothingButAReference() {
    GraphQlAnswer answer = ask("{ fail }");
    assertThat(errors(answer).getFirst()).containsEntry("extensions", Map.of("code", "INTERNAL"));
    assertThat(answer.body().toString()).doesNotContain("hunter2").contains("look for `");
  }

  @Test
  void nestingBeyondTheLimitIsRefusedBeforeAnythingRuns() {
    assertThat(ask("{ " + "again { ".repeat(8) + "echo" + " }".repeat(8) + " }").findFailure()).contains(ErrorCode.LIMIT_EXCEEDED);
    assertThat(ask("{ " + "again { ".repeat(6) + "echo" + " }".repeat(6) + " }").findFailure()).isEmpty();
  }

  @Test
  void aliasesDoNotMakeADearFieldCheap() {
    assertThat(ask(aliases(51)).findFailure()).contains(ErrorCode.LIMIT_EXCEEDED);
    assertThat(ask(aliases(49)).findFailure()).isEmpty();
  }

  @Test
  void anIntrospectionOfTheWholeSchemaIsWithinTheDefaultLimits() {
    try (var usual = new GraphQlService(List.of(probe), Optional::empty, Limits.DEFAULT)) {
      var request = new GraphQlRequest(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY, null, Map.of(), Permission.READ);
      assertThat(usual.execute(request).body()).doesNotContainKey("errors");
    }
  }

  @Test
  void aRequestThatTakesTooLongIsAnsweredWithAnError() {
    GraphQlAnswer answer = ask("{ a: echo(wait: \"PT0.5S\") again { b: echo } }");
    assertThat(answer.findFailure()).contains(ErrorCode.LIMIT_EXCEEDED);
    assertThat(answer.body().toString()).contains("longer than PT0.4S");
  }

  @Test
  void aMutationRunsOnlyForWhoMayChange() {
    assertThat(mutate(Permission.READ_BY_SAFE_METHOD).findFailure()).contains(ErrorCode.METHOD_NOT_ALLOWED);
    assertThat(mutate(Permission.READ).findFailure()).contains(ErrorCode.FORBIDDEN);
    assertThat(probe.count()).isZero();
    assertThat(mutate(Permission.READ_AND_CHANGE).findFailure()).isEmpty();
    assertThat(probe.count()).isEqualTo(1);
  }

  @Test
  void allFieldsOfARequestAnswerFromTheSnapshotThatItPinned() {
    var published = new ArrayDeque<>(List.of(Samples.published("one"), Samples.published("two")));
    try (var moving = new GraphQlService(List.of(probe), () -> Optional.of(published.remove()), LIMITS)) {
      var request = new GraphQlRequest("{ snapshot again { snapshot } }", null, Map.of(), Permission.READ);
      assertThat(moving.execute(request).body())
          .isEqualTo(Map.of("data", Map.of("snapshot", "one", "again", Map.of("snapshot", "one"))));
      assertThat(moving.execute(request).body().toString()).contains("two").doesNotContain("one");
    }
  }

  @Test
  void withoutASnapshotAFieldThatNeedsOneSaysSo() {
    assertThat(ask("{ snapshot }").body().toString()).contains("NO_SNAPSHOT");
  }

  private GraphQlAnswer ask(String query) {
    return service.execute(new GraphQlRequest(query, null, Map.of(), Permission.READ));
  }

  private GraphQlAnswer mutate(Permission permission) {
    return service.execute(new GraphQlRequest("mutation { count }", null, Map.of(), permission));
  }

  private static String aliases(int count) {
    var query = new StringBuilder("{ ");
    for (int i = 0; i < count; i++) {
      query.append("a").append(i).append(": echo ");
    }
    return query.append("}").toString();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> errors(GraphQlAnswer answer) {
    return (List<Map<String, Object>>) answer.body().getOrDefault("errors", List.of());
  }
}
