package io.drawbridge.edge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.aws.rules.AwsRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Graph;
import io.drawbridge.inventory.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every estate, whatever its policies say: with every AWS rule, on small random estates. */
class AwsLawsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOME = "111111111111";
  private static final String AWAY = "222222222222";

  /** Where answers hold the policy of a resource. */
  private static final Map<String, String> POLICY_OF = Map.of("get-bucket-policy", "Policy", "get-key-policy", "Policy", "get-resource-policy", "ResourcePolicy");

  private static final List<String> DENIED = List.of("sts:AssumeRole", "s3:GetObject", "secretsmanager:*", "iam:*", "lambda:*", "*");

  private static final Map<Integer, Accounts> ACCOUNTS = new HashMap<>();

  /** Where every law begins; derived once for all laws. */
  private record Accounts(List<Document> documents, Graph graph, SortedSet<String> steps) {}

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("drawbridge.laws", 200) / 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addingADenyAddsNoStep(int seed) {
    List<Document> before = accounts(seed).documents();
    var random = new Random(seed);
    List<Document> after = before.stream().map(document -> isOf(document, "get-account-authorization-details")
        ? with(document, denying(document.body(), random)) : document).toList();
    assertThat(accounts(seed).steps()).as("seed %d", seed).containsAll(steps(graph(after)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addingABoundaryAddsNoStep(int seed) {
    List<Document> before = accounts(seed).documents();
    List<Document> after = before.stream().map(document -> isOf(document, "get-account-authorization-details")
        ? with(document, bounded(document.body(), document.scope().id())) : document).toList();
    assertThat(accounts(seed).steps()).as("seed %d", seed).containsAll(steps(graph(after)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addingAControlPolicyAddsNoStep(int seed) {
    List<Document> before = accounts(seed).documents();
    String action = DENIED.get(new Random(seed).nextInt(DENIED.size()));
    List<Document> after = new ArrayList<>(before);
    after.addAll(controlPolicy(before, "SERVICE_CONTROL_POLICY", "p-added", "", action));
    assertThat(accounts(seed).steps()).as("seed %d", seed).containsAll(steps(graph(after)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addingAResourceControlPolicyAddsNoStep(int seed) {
    List<Document> before = accounts(seed).documents();
    String action = DENIED.get(new Random(seed).nextInt(DENIED.size()));
    List<Document> after = new ArrayList<>(before);
    after.addAll(controlPolicy(before, "RESOURCE_CONTROL_POLICY", "p-rcp", "\"Principal\":\"*\",", action));
    assertThat(accounts(seed).steps()).as("seed %d", seed).containsAll(steps(graph(after)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addingADenyToResourcesAddsNoStep(int seed) {
    List<Document> before = accounts(seed).documents();
    var random = new Random(seed);
    List<Document> after = before.stream().map(document -> POLICY_OF.containsKey(document.operation().name())
        ? with(document, denyingEverybody(document.body(), POLICY_OF.get(document.operation().name()), random)) : document).toList();
    assertThat(accounts(seed).steps()).as("seed %d", seed).containsAll(steps(graph(after)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addingAnAllowTakesNoStepAway(int seed) {
    List<Document> before = accounts(seed).documents();
    var random = new Random(seed);
    List<Document> after = before.stream().map(document -> isOf(document, "get-account-authorization-details")
        ? with(document, adding("Allow", document.body(), random)) : document).toList();
    assertThat(steps(graph(after))).as("seed %d", seed).containsAll(accounts(seed).steps());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void splittingAndTurningPoliciesRoundChangesNothing(int seed) {
    List<Document> before = accounts(seed).documents();
    List<Document> after = before.stream().map(document -> isOf(document, "get-account-authorization-details")
        ? with(document, split(document.body())) : document).toList();
    SortedSet<String> whole = accounts(seed).steps();
    SortedSet<String> inPieces = steps(graph(after));
    assertThat(inPieces.stream().filter(step -> !whole.contains(step))).as("seed %d", seed).isEmpty();
    assertThat(whole.stream().filter(step -> !inPieces.contains(step))).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfDocumentsDoesNotMatter(int seed) {
    List<Document> shuffled = new ArrayList<>(accounts(seed).documents());
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(graph(shuffled).hash()).as("seed %d", seed).isEqualTo(accounts(seed).graph().hash());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void renamingTheAccountsRenamesTheGraph(int seed) {
    SortedSet<String> there = steps(graph(new RandomAccounts(seed, "133333333333", "244444444444").documents()));
    SortedSet<String> renamed = new TreeSet<>();
    there.forEach(step -> renamed.add(step.replace("133333333333", HOME).replace("244444444444", AWAY)));
    assertThat(renamed).as("seed %d", seed).isEqualTo(accounts(seed).steps());
  }

  @ParameterizedTest
  @MethodSource("furtherSeeds")
  @Tag("full")
  void everyLawHoldsOfFurtherAccounts(int seed) {
    addingADenyAddsNoStep(seed);
    addingABoundaryAddsNoStep(seed);
    addingAControlPolicyAddsNoStep(seed);
    addingAResourceControlPolicyAddsNoStep(seed);
    addingADenyToResourcesAddsNoStep(seed);
    addingAnAllowTakesNoStepAway(seed);
    splittingAndTurningPoliciesRoundChangesNothing(seed);
  }

  static IntStream furtherSeeds() {
    return IntStream.range(1_000, 1_030);
  }

  /** What a law says of accounts that have nothing of a family is worth nothing. */
  @Test
  void theAccountsHaveEveryFamily() {
    Set<EdgeKind> kinds = EnumSet.noneOf(EdgeKind.class);
    IntStream.range(0, 20).forEach(seed -> accounts(seed).graph().edges().stream()
        .filter(edge -> edge.condition().isNone()).forEach(edge -> kinds.add(edge.kind())));
    assertThat(kinds).contains(EdgeKind.CAN_ASSUME, EdgeKind.CAN_PASS_ROLE, EdgeKind.CAN_CHANGE_TRUST, EdgeKind.CAN_ADD_CREDENTIAL, EdgeKind.CAN_RUN_CODE,
        EdgeKind.CAN_READ_SECRET, EdgeKind.CAN_READ_DATA, EdgeKind.CAN_ESCALATE_TO, EdgeKind.CAN_CONTROL, EdgeKind.RUNS_AS);
  }

  private static Accounts accounts(int number) {
    return ACCOUNTS.computeIfAbsent(number, seed -> {
      List<Document> documents = new RandomAccounts(seed, HOME, AWAY).documents();
      Graph graph = graph(documents);
      return new Accounts(documents, graph, steps(graph));
    });
  }

  private static Graph graph(List<Document> documents) {
    return Derivation.of(RandomAccounts.estate(documents), AwsRules.NODES, AwsRules.EDGES).graph();
  }

  /** Steps that ask for nothing, through sets: their ends, for a principal that is held back may get there in another way. */
  private static SortedSet<String> steps(Graph graph) {
    Map<ResourceId, List<Edge>> members = graph.edges().stream().filter(edge -> edge.kind() == EdgeKind.IN_SET).collect(Collectors.groupingBy(Edge::from));
    SortedSet<String> steps = new TreeSet<>();
    for (Edge edge : graph.edges()) {
      if (edge.kind() != EdgeKind.IN_SET && edge.condition().isNone()) {
        List<ResourceId> ends = SetExpansionLawTest.ends(edge.to(), members);
        ends.stream().filter(end -> !end.equals(edge.from())).forEach(end -> steps.add(edge.from() + " -> " + end));
      }
    }
    return steps;
  }

  /** A control policy of the home account that denies an action. */
  private static List<Document> controlPolicy(List<Document> estate, String kind, String id, String principal, String action) {
    Document some = estate.stream().filter(document -> isOf(document, "describe-organization")).findFirst().orElseThrow();
    JsonNode policy = json("""
        {"Policy": {"PolicySummary": {"Id": "%s", "Arn": "arn:aws:organizations::999999999999:policy/o-ours/x/%s", "Name": "added", "Type": "%s"}}}
        """.formatted(id, id, kind));
    ((ObjectNode) policy.path("Policy")).put("Content",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\"," + principal + "\"Action\":\"" + action + "\",\"Resource\":\"*\"}]}");
    JsonNode targets = json("{\"Targets\": [{\"TargetId\": \"" + HOME + "\"}]}");
    return List.of(of(some, "describe-policy", id, policy), of(some, "list-targets-for-policy", id, targets));
  }

  private static Document of(Document some, String operation, String subject, JsonNode body) {
    return new Document(new Operation("organizations", operation), some.scope(), "global", subject, some.parameters(), body, some.snapshot(), "law");
  }

  /** Every inline policy as one policy for each statement, the last statement first. */
  private static JsonNode split(JsonNode details) {
    JsonNode changed = details.deepCopy();
    for (String list : List.of("UserDetailList", "RoleDetailList")) {
      for (JsonNode principal : changed.path(list)) {
        String name = list.startsWith("User") ? "UserPolicyList" : "RolePolicyList";
        ArrayNode policies = JSON.createArrayNode();
        for (JsonNode policy : principal.path(name)) {
          JsonNode statements = policy.path("PolicyDocument").path("Statement");
          for (int i = statements.size() - 1; i >= 0; i--) {
            ObjectNode one = policy.deepCopy();
            one.put("PolicyName", policy.path("PolicyName").asText() + "-" + i);
            ((ObjectNode) one.path("PolicyDocument")).putArray("Statement").add(statements.get(i));
            policies.insert(0, one);
          }
        }
        ((ObjectNode) principal).set(name, policies);
      }
    }
    return changed;
  }

  private static JsonNode denying(JsonNode details, Random random) {
    return adding("Deny", details, random);
  }

  private static JsonNode denyingEverybody(JsonNode body, String field, Random random) {
    ObjectNode changed = body.deepCopy();
    if (changed.has(field)) {
      ObjectNode policy = (ObjectNode) json(changed.path(field).asText());
      policy.withArray("Statement").addObject().put("Effect", "Deny").put("Principal", "*").put("Action", DENIED.get(random.nextInt(DENIED.size()))).put("Resource", "*");
      changed.put(field, policy.toString());
    }
    return changed;
  }

  private static JsonNode adding(String effect, JsonNode details, Random random) {
    JsonNode changed = details.deepCopy();
    for (String list : List.of("UserDetailList", "RoleDetailList")) {
      for (JsonNode principal : changed.path(list)) {
        ArrayNode policies = ((ObjectNode) principal).withArray(list.startsWith("User") ? "UserPolicyList" : "RolePolicyList");
        if (random.nextBoolean()) {
          policies.addObject().put("PolicyName", "added").set("PolicyDocument", json("""
              {"Version": "2012-10-17", "Statement": [{"Effect": "%s", "Action": "%s", "Resource": "*"}]}"""
              .formatted(effect, DENIED.get(random.nextInt(DENIED.size())))));
        }
      }
    }
    return changed;
  }

  /** Everybody without a boundary gets one that leaves a little. */
  private static JsonNode bounded(JsonNode details, String account) {
    JsonNode changed = details.deepCopy();
    for (String list : List.of("UserDetailList", "RoleDetailList")) {
      for (JsonNode principal : changed.path(list)) {
        if (!principal.has("PermissionsBoundary")) {
          ((ObjectNode) principal).putObject("PermissionsBoundary").put("PermissionsBoundaryArn", "arn:aws:iam::" + account + ":policy/edge");
        }
      }
    }
    return changed;
  }

  private static boolean isOf(Document document, String operation) {
    return document.operation().name().equals(operation);
  }

  private static Document with(Document document, JsonNode body) {
    return new Document(document.operation(), document.scope(), document.region(), document.subject(), document.parameters(), body, document.snapshot(), document.source());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
