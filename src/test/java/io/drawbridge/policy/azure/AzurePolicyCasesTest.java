package io.drawbridge.policy.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.policy.azure.cases.EvaluateAzure;
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
 * The cases below {@code cases/policy/azure}: a base in the form of FORMATS §3, and cases that set values in it by pointer ({@code -} at the
 * end adds to a list).
 */
class AzurePolicyCasesTest {

  private static final Path ROOT = Path.of("src/test/resources/cases/policy/azure");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EvaluateAzure evaluate = new EvaluateAzure();

  @TestFactory
  Stream<DynamicContainer> everyCaseIsDecided() throws IOException {
    return files().stream().map(file -> DynamicContainer.dynamicContainer(file.path("about").asText(), stream(file.path("cases"))
        .map(one -> DynamicTest.dynamicTest(one.path("name").asText(), () -> check(file, one)))));
  }

  @TestFactory
  Stream<DynamicTest> nearMissesOutnumberPositives() throws IOException {
    return files().stream().map(file -> DynamicTest.dynamicTest(file.path("about").asText(), () -> {
      String positive = file.path("positive").asText();
      long positives = stream(file.path("cases")).filter(one -> one.path("expected").asText().equals(positive)).count();
      assertThat(file.path("cases").size() - positives).isGreaterThan(positives);
    }));
  }

  private void check(JsonNode file, JsonNode one) throws IOException {
    assertThat(one.path("why").asText()).isNotEmpty();
    assertThat(one.path("source").asText(file.path("source").asText())).startsWith("https://");
    ObjectNode input = file.path("base").deepCopy();
    one.path("set").properties().forEach(entry -> set(input, entry.getKey(), entry.getValue()));
    JsonNode answer = JSON.readTree(evaluate.answer(input.toString()).orElseThrow());
    assertThat(answer.path("decision").asText()).as("%s", answer).isEqualTo(one.path("expected").asText());
    assertThat(stream(answer.path("residual")).map(JsonNode::asText)).isEqualTo(stream(one.path("residual")).map(JsonNode::asText).toList());
    for (JsonNode ground : one.path("by")) {
      assertThat(answer.path("by").toString()).containsIgnoringCase('"' + ground.asText() + '"');
    }
    if (one.path("expected").asText().equals("Allowed")) {
      assertThat(answer.path("by")).as("an assignment and a block of its role").hasSize(2);
    }
  }

  private static void set(ObjectNode input, String pointer, JsonNode value) {
    var at = JsonPointer.compile(pointer);
    JsonNode parent = input.at(at.head());
    String name = at.last().getMatchingProperty();
    switch (parent) {
      case ArrayNode array when name.equals("-") -> array.add(value);
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      case ObjectNode object -> object.set(name, value);
      default -> throw new IllegalArgumentException(pointer);
    }
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
    assertThat(files).hasSizeGreaterThan(4);
    return files;
  }
}
