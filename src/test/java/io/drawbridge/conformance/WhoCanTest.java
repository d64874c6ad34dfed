package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.edge.Access;
import io.drawbridge.edge.AccessRuling;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.access.AwsAccess;
import io.drawbridge.policy.Decision;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who can do what in two organisations that others made up, with their answers. */
class WhoCanTest {

  private final Map<String, Estate> estates = new HashMap<>();

  @Test
  void theSamePrincipalsCan() throws IOException {
    Map<String, String> differences = new TreeMap<>();
    for (JsonNode one : Conformance.json("aws/who-can/cases.json")) {
      if (one.path("kind").asText().equals("who-can")) {
        SortedSet<String> expected = expected(one.path("expected"));
        SortedSet<String> actual = who(one);
        if (!actual.equals(expected)) {
          differences.put(one.path("id").asText(), "expected " + expected + " but " + actual);
        }
      }
    }
    assertThat(differences.keySet()).as("differences: %s", differences).isEqualTo(Conformance.expectedFailures("who-can").keySet());
  }

  @Test
  void thePrincipalCanDoWhatIsListed() throws IOException {
    for (JsonNode one : Conformance.json("aws/who-can/cases.json")) {
      if (one.path("kind").asText().equals("principal-can")) {
        Access access = AwsAccess.whatCan(estate(one), one.path("request").path("principal").asText());
        NavigableSet<String> missing = new TreeSet<>();
        one.path("expected").path("Statement").forEach(statement -> texts(statement.path("Action")).stream()
            .filter(action -> access.rulings().stream().noneMatch(ruling -> says(ruling, action))).forEach(missing::add));
        assertThat(missing).isEmpty();
        assertThat(access.truncated()).isFalse();
      }
    }
  }

  private static boolean says(AccessRuling ruling, String action) {
    return ruling.ruling().decision() instanceof Decision.Allowed && (ruling.action().equals(action)
        || action.matches(ruling.action().replace("*", ".*").replace("?", ".")));
  }

  private SortedSet<String> who(JsonNode one) throws IOException {
    JsonNode request = one.path("request");
    Map<String, List<String>> absent = texts(request.path("strictContextKeys")).stream().collect(Collectors.toMap(key -> key, key -> List.of()));
    NavigableSet<String> who = new TreeSet<>();
    for (String action : texts(request.path("actions"))) {
      var question = new AwsAccess.Question(action, request.path("resource").asText("*"), request.path("resourceAccount").asText(""), absent);
      AwsAccess.whoCan(estate(one), question).rulings().stream().filter(ruling -> isOfTheirs(ruling.principal())).filter(ruling -> inScope(request, ruling.principal()))
          .forEach(ruling -> who.add(action + " " + ruling.principal()));
    }
    return who;
  }

  /** They list principals that were read, and services. */
  private static boolean isOfTheirs(String principal) {
    return !principal.startsWith("external://") && !principal.contains(":999999999999:") && !principal.contains("-provider/");
  }

  private static boolean inScope(JsonNode request, String principal) {
    String account = Arn.find(principal).map(Arn::account).orElse("");
    if (request.path("resource").isMissingNode() && !account.equals(request.path("resourceAccount").asText())) {
      return false;
    }
    JsonNode scope = request.path("principalScope");
    return scope.isMissingNode() || texts(scope.path("principals")).contains(principal) || texts(scope.path("accounts")).contains(account);
  }

  private static SortedSet<String> expected(JsonNode expected) {
    NavigableSet<String> who = new TreeSet<>();
    expected.path("who").forEach(one -> who.add(one.path("service").asText() + ":" + one.path("action").asText() + " " + one.path("principal").asText()));
    return who;
  }

  private static List<String> texts(JsonNode list) {
    return list.isArray() ? list.valueStream().map(JsonNode::asText).toList() : list.isMissingNode() ? List.of() : List.of(list.asText());
  }

  private Estate estate(JsonNode one) throws IOException {
    String dataset = one.path("dataset").asText();
    if (!estates.containsKey(dataset)) {
      estates.put(dataset, WhoCanEstate.of(dataset));
    }
    return estates.get(dataset);
  }
}
