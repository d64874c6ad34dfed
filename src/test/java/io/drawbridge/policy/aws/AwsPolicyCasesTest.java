package io.drawbridge.policy.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.policy.aws.cases.EvaluateAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases below {@code cases/policy/aws}: a base in the form of FORMATS §2, and cases that set values in it by pointer ({@code -} at the
 * end adds to a list, null takes away). Expected is a decision, or the code of an error; {@code by} lists all deciding statements.
 */
class AwsPolicyCasesTest {

  private static final Path ROOT = Path.of("src/test/resources/cases/policy/aws");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EvaluateAws evaluate = new EvaluateAws();

  @TestFactory
  Stream<DynamicContainer> everyCaseIsDecided() throws IOException {
    return files().stream().map(file -> DynamicContainer.dynamicContainer(file.path("about").asText(), stream(file.path("cases"))
        .map(one -> DynamicTest.dynamicTest(one.path("name").asText(), () -> check(file, one)))));
  }

  @TestFactory
  Stream<DynamicTest> nearMissesOutnumberPositives() throws IOException {
    return files().stream().map(file -> DynamicTest.dynamicTest(file.path("about").asText(), () -> {
      long positives = stream(file.path("cases")).filter(one -> one.path("expected").asText().equals("Allowed")).count();
      assertThat(file.path("cases").size() - positives).isGreaterThan(positives);
    }));
  }

  private void check(JsonNode file, JsonNode one) throws IOException {
    assertThat(one.path("why").asText()).isNotEmpty();
    assertThat(one.path("source").asText(file.path("source").asText())).startsWith("https://docs.aws.amazon.com/");
    ObjectNode input = file.path("base").deepCopy();
    one.path("set").properties().forEach(entry -> set(input, entry.getKey(), entry.getValue()));
    JsonNode answer = JSON.readTree(evaluate.answer(input.toString()).orElseThrow());
    String actual = answer.hasNonNull("error") ? answer.at("/error/code").asText() : answer.path("decision").asText();
    assertThat(actual).as("%s", answer).isEqualTo(one.path("expected").asText());
    assertThat(texts(answer.path("residual"))).isEqualTo(texts(one.path("residual")));
    if (one.has("by")) {
      List<String> by = stream(answer.path("by")).map(ground -> ground.path("layer").asText() + " " + ground.path("statement").asText()).toList();
      assertThat(by).containsExactlyInAnyOrderElementsOf(texts(one.path("by")));
    }
  }

  private static void set(ObjectNode input, String pointer, JsonNode value) {
    var at = JsonPointer.compile(pointer);
    JsonNode parent = input.at(at.head());
    String name = at.last().getMatchingProperty();
    switch (parent) {
      case ArrayNode array when name.equals("-") -> array.add(value);
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      case ObjectNode object when value.isNull() -> object.remove(name);
      case ObjectNode object -> object.set(name, value);
      default -> throw new IllegalArgumentException(pointer);
    }
  }

  private static List<String> texts(JsonNode array) {
    return stream(array).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items.stream();
  }

  private static List<JsonNode> files() throws IOException {
    List<JsonNode> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(ROOT)) {
      for (Path path : paths.sorted().toList()) {
        files.add(JSON.readTree(path.toFile()));
      }
    }
    assertThat(files).hasSizeGreaterThan(8);
    return files;
  }
}
