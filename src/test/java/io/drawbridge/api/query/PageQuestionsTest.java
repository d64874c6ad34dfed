package io.drawbridge.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.parser.Parser;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.validation.Validator;
import io.drawbridge.api.GraphQlService;
import io.drawbridge.api.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents that the pages send against the schema, so that neither changes without the other. */
class PageQuestionsTest {

  private static final Path QUESTIONS = Path.of("web/src/questions");
  private static final Path SAVED = Path.of("web/src/pages/explorer/saved");

  static Stream<Path> questions() throws IOException {
    return documents(QUESTIONS);
  }

  static Stream<Path> savedQuestions() throws IOException {
    return documents(SAVED);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void whatThePagesAskFitsTheSchema(Path document) throws IOException {
    try (var service = new GraphQlService(QueryModules.all(), Optional::empty, Limits.DEFAULT)) {
      var wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(new MockedWiringFactory()).build();
      var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(service.sdl()), wiring);
      var parsed = new Parser().parseDocument(Files.readString(document));
      assertThat(new Validator().validateDocument(schema, parsed, Locale.ROOT)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("savedQuestions")
  void aSavedQuestionRunsAsItIsWithinTheLimitsAndFindsSomething(Path document) throws IOException {
    try (var asking = new Asking(QueryModules.all(), new AccessSample())) {
      JsonNode data = asking.data(Files.readString(document));
      assertThat(data.findValues("id").size() + data.findValues("kind").size() + data.findValues("totalCount").size()).isPositive();
    }
  }

  private static Stream<Path> documents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".graphql")).sorted().toList().stream();
    }
  }
}
