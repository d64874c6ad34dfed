package io.drawbridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.analysis.Assumption;
import io.drawbridge.analysis.CloudAccess;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.cases.CaseAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases below {@code cases/access}: estates as those of {@link EdgeCases}, and questions to roles and policies.
 *
 * <p>A case asks {@code {"who": action, "on": resource, "data": bool, "assume": [fact]}}, and is answered {@code [data:] $principal decision
 * [if key …]}; or {@code {"what": principal}}, and is answered {@code [data:]action $scope decision [if key …]}. Its {@code gaps} are among
 * those of the answer.
 */
class AccessCasesTest {

  private static final Path ROOT = Path.of("src/test/resources/cases/access");

  @TestFactory
  Stream<DynamicContainer> everyQuestionIsAnswered() {
    return EdgeCases.below(ROOT).stream().map(file -> DynamicContainer.dynamicContainer(file.file().toString(),
        file.cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(file, one)))));
  }

  private static void check(EdgeCases file, EdgeCases.Case one) {
    assertThat(one.json().path("why").asText()).as("every case says why").isNotEmpty();
    assertThat(one.json().path("source").asText(file.json().path("source").asText())).as("every case has a source").isNotEmpty();
    JsonNode ask = one.json().path("ask");
    Estate estate = CasesTest.estate(one.documents());
    Access access = ask.has("what") ? CloudAccess.whatCan(estate, ask.path("what").asText()) : CloudAccess.whoCan(estate, question(one, ask));
    List<String> answers = access.rulings().stream().map(ruling -> ask.has("what") ? what(ruling) : who(ruling)).sorted().toList();
    assertThat(answers).isEqualTo(EdgeCases.texts(one.json().path("answers")).stream().map(one::spellOut).sorted().toList());
    assertThat(access.rulings()).allSatisfy(ruling -> assertThat((ruling.ruling().decision() instanceof Decision.Denied denied && !denied.explicit())
        || !ruling.ruling().proof().evidence().isEmpty()).as("%s is proven", ruling).isTrue());
    assertThat(access.gaps()).extracting(CoverageGap::operation).containsAll(one.gaps());
    assertThat(access.truncated()).isFalse();
  }

  private static CloudAccess.Question question(EdgeCases.Case one, JsonNode ask) {
    List<Assumption> stated = EdgeCases.texts(ask.path("assume")).stream().map(Assumption::parse).toList();
    return new CloudAccess.Question(ask.path("who").asText(), ask.path("data").asBoolean(false), one.spellOut(ask.path("on").asText()), "", stated);
  }

  private static String who(AccessRuling ruling) {
    return (ruling.dataAction() ? "data: " : "") + ruling.principal() + " " + decision(ruling);
  }

  private static String what(AccessRuling ruling) {
    return (ruling.dataAction() ? "data:" : "") + ruling.action() + " " + ruling.resource() + " " + decision(ruling);
  }

  private static String decision(AccessRuling ruling) {
    Decision decision = ruling.ruling().decision();
    String conditions = decision instanceof Decision.Conditional conditional
        ? conditional.alternatives().stream().flatMap(residual -> residual.requirements().stream()).map(Requirement::key).sorted().distinct()
            .map(key -> " if " + key).collect(Collectors.joining())
        : "";
    return CaseAnswer.name(decision) + conditions;
  }
}
