package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.policy.aws.cases.EvaluateAws;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whole-policy cases that others wrote, answered in the form of FORMATS §2. Left out are those whose request names a resource by a pattern
 * (the simulator's feature {@code wildcardResourceInRequest}): AWS is asked of one resource at a time.
 */
class AwsCasesTest {

  private static final Pattern SESSION = Pattern.compile("arn:aws:sts::(\\d{12}):assumed-role/([^/]+)/.+");

  private final EvaluateAws evaluate = new EvaluateAws();

  @Test
  void ourOwnFormatsCasesHold() throws IOException {
    assertSame("aws-cases", differences(Conformance.lines("cases/aws.jsonl")));
  }

  @Test
  void theSimulatorsCasesHold() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    Conformance.json("aws/iam-eval/cases.json").forEach(cases::add);
    cases.removeIf(one -> one.path("features").toString().contains("wildcardResourceInRequest"));
    assertThat(cases).hasSizeGreaterThan(150);
    assertSame("iam-eval", differences(cases.stream().map(AwsCasesTest::inOurForm).toList()));
  }

  @Test
  void theUndisputedCasesOfTheSecondOpinionHold() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    Conformance.json("aws/iam-eval/pmapper-cases.json").forEach(cases::add);
    cases.removeIf(one -> one.path("disputed").asBoolean(false));
    assertThat(cases).isNotEmpty();
    assertSame("pmapper", differences(cases));
  }

  /**
   * The simulator's Discovery takes no value of the request for known but those that a constraint names, and no session for settled; ours
   * takes what is given for known: so what is not known there is not given here.
   */
  private static JsonNode inOurForm(JsonNode one) {
    if (!one.path("mode").asText().equals("Discovery")) {
      return one;
    }
    ObjectNode ours = one.deepCopy();
    ObjectNode request = ours.withObject("/request");
    ObjectNode known = Conformance.JSON.createObjectNode();
    for (JsonNode constraint : one.path("discoveryContextKeyConstraints")) {
      mentioned(one, constraint.path("keyName").asText()).forEach(key -> {
        JsonNode value = one.at("/request/context").path(key);
        if (value.isMissingNode() && constraint.path("presenceIsKnown").asBoolean()) {
          known.putArray(key);
        } else if (constraint.path("valueIsKnown").asBoolean()) {
          known.set(key, value);
        }
      });
    }
    request.set("context", known);
    Matcher session = SESSION.matcher(request.path("principal").asText());
    if (session.matches()) {
      request.put("principal", "arn:aws:iam::" + session.group(1) + ":role/" + session.group(2));
    }
    return ours;
  }

  /** The condition keys of a case that a constraint names, itself or by an expression. */
  private static Set<String> mentioned(JsonNode one, String name) {
    if (!name.startsWith("/")) {
      return Set.of(name);
    }
    Pattern expression = Pattern.compile(name.substring(1, name.lastIndexOf('/')));
    Set<String> keys = new TreeSet<>();
    one.findValues("Condition").forEach(condition -> condition.forEach(operator -> operator.fieldNames().forEachRemaining(keys::add)));
    keys.removeIf(key -> !expression.matcher(key).matches());
    return keys;
  }

  private static void assertSame(String set, Map<String, String> differences) throws IOException {
    assertThat(differences.keySet()).as("differences: %s", differences).isEqualTo(Conformance.expectedFailures(set).keySet());
  }

  private Map<String, String> differences(List<JsonNode> cases) throws IOException {
    Map<String, String> differences = new TreeMap<>();
    for (JsonNode one : cases) {
      JsonNode answer = Conformance.JSON.readTree(evaluate.answer(one.toString()).orElseThrow());
      String actual = answer.hasNonNull("error") ? "error" : answer.path("decision").asText();
      if (!agrees(one, actual, answer)) {
        differences.put(one.path("id").asText(), "expected " + one.path("expected") + " but " + answer);
      }
    }
    return differences;
  }

  private static boolean agrees(JsonNode one, String actual, JsonNode answer) {
    String expected = one.path("expected").asText(one.path("expected").toString());
    for (JsonNode key : one.path("residualKeys")) {
      if (!answer.path("residual").toString().toLowerCase(java.util.Locale.ROOT).contains(key.asText().toLowerCase(java.util.Locale.ROOT))) {
        return false;
      }
    }
    for (JsonNode accepted : one.path("accept")) {
      if (accepted.asText().equals(actual)) {
        return true;
      }
    }
    boolean conditional = one.path("mode").asText("").equals("Discovery") && one.path("expectedDetail").toString().contains("conditions");
    if (conditional) {
      return actual.equals("Conditional");
    }
    return expected.equals(actual) || (expected.equals("Denied") && actual.endsWith("Denied")) || expected.equalsIgnoreCase(actual);
  }
}
