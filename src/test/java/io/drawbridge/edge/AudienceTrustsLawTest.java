package io.drawbridge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The law of sets for tokens of a tenant: expanded, they say of every principal and role what asking for each pair says. */
class AudienceTrustsLawTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TENANT = "11111111-aaaa-4aaa-8aaa-111111111111";
  private static final String ACCOUNT = "111122223333";
  private static final String HOST = "sts.windows.net/" + TENANT + "/";
  private static final int SEEDS = 60;
  private static final int PRINCIPALS = 6;
  private static final int RESOURCES = 3;
  private static final int ROLES = 6;

  /** What was drawn by chance, kept beside the documents. */
  private static final class Chance {
    private final Random random;
    private final boolean[] enabled = new boolean[PRINCIPALS];
    private final boolean[] required = new boolean[RESOURCES];
    private final boolean[][] assigned = new boolean[RESOURCES][PRINCIPALS];
    private final int[] audience = new int[ROLES];
    private final int[] pinned = new int[ROLES];
    private final int[] denied = new int[ROLES];
    private final boolean[] address = new boolean[ROLES];

    Chance(int seed) {
      random = new Random(seed);
      for (int principal = 0; principal < PRINCIPALS; principal++) {
        enabled[principal] = random.nextInt(4) > 0;
        for (int resource = 0; resource < RESOURCES; resource++) {
          assigned[resource][principal] = random.nextBoolean();
        }
      }
      for (int resource = 0; resource < RESOURCES; resource++) {
        required[resource] = random.nextBoolean();
      }
      for (int role = 0; role < ROLES; role++) {
        audience[role] = random.nextInt(RESOURCES);
        pinned[role] = random.nextInt(3) == 0 ? random.nextInt(PRINCIPALS) : -1;
        denied[role] = random.nextInt(4) == 0 ? random.nextInt(PRINCIPALS) : -1;
        address[role] = random.nextInt(3) == 0;
      }
    }

    /** The resources are the first principals. */
    boolean admits(int principal, int role) {
      int resource = audience[role];
      boolean token = enabled[principal] && enabled[resource] && (!required[resource] || assigned[resource][principal]);
      return token && (pinned[role] < 0 || pinned[role] == principal) && denied[role] != principal;
    }
  }

  @Test
  void setsSayWhatPairsSay() {
    int throughSets = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var chance = new Chance(seed);
      List<Edge> edges = CasesTest.derive(documents(chance)).graph().edges();
      assertThat(expanded(edges)).as("seed %s", seed).isEqualTo(pairs(chance));
      throughSets += (int) edges.stream().filter(edge -> edge.kind() == EdgeKind.CAN_FEDERATE && edge.to().text().startsWith("set://entra-token")).count();
    }
    assertThat(throughSets).isPositive();
  }

  private static Set<String> pairs(Chance chance) {
    Set<String> pairs = new TreeSet<>();
    for (int principal = 0; principal < PRINCIPALS; principal++) {
      for (int role = 0; role < ROLES; role++) {
        if (chance.admits(principal, role)) {
          pairs.add("entra://" + TENANT + "/" + object(principal) + " " + arn(role) + (chance.address[role] ? " if" : ""));
        }
      }
    }
    return pairs;
  }

  private static Set<String> expanded(List<Edge> edges) {
    Map<ResourceId, Set<ResourceId>> members = new HashMap<>();
    edges.stream().filter(edge -> edge.kind() == EdgeKind.IN_SET).forEach(edge -> members.computeIfAbsent(edge.from(), none -> new HashSet<>()).add(edge.to()));
    Set<String> pairs = new TreeSet<>();
    edges.stream().filter(edge -> edge.kind() == EdgeKind.CAN_FEDERATE && edge.from().text().startsWith("entra://")).forEach(edge ->
        members.getOrDefault(edge.to(), Set.of(edge.to())).forEach(role -> pairs.add(edge.from() + " " + role + (edge.condition().atoms().isEmpty() ? "" : " if"))));
    return pairs;
  }

  private static List<JsonNode> documents(Chance chance) {
    List<JsonNode> documents = new ArrayList<>();
    ArrayNode principals = JSON.createArrayNode();
    for (int principal = 0; principal < PRINCIPALS; principal++) {
      ObjectNode one = principals.addObject().put("id", object(principal)).put("appId", "d0000000-0000-4000-8000-00000000000" + principal)
          .put("accountEnabled", chance.enabled[principal]).put("servicePrincipalType", "Application");
      one.putArray("servicePrincipalNames").add("api://resource" + principal);
      one.put("appRoleAssignmentRequired", principal < RESOURCES && chance.required[principal]);
    }
    documents.add(list("graph:servicePrincipals", "", principals));
    for (int resource = 0; resource < RESOURCES; resource++) {
      ArrayNode assignments = JSON.createArrayNode();
      for (int principal = 0; principal < PRINCIPALS; principal++) {
        if (chance.assigned[resource][principal]) {
          assignments.addObject().put("id", "a" + resource + principal).put("principalId", object(principal)).put("principalType", "ServicePrincipal")
              .put("resourceId", object(resource)).put("appRoleId", "00000000-0000-0000-0000-000000000000");
        }
      }
      documents.add(list("graph:servicePrincipals-appRoleAssignedTo", object(resource), assignments));
    }
    documents.add(list("graph:applications", "", JSON.createArrayNode()));
    documents.addAll(account(chance));
    return documents;
  }

  private static List<JsonNode> account(Chance chance) {
    ObjectNode provider = JSON.createObjectNode().put("Url", HOST);
    ArrayNode audiences = provider.putArray("ClientIDList");
    for (int resource = 0; resource < RESOURCES; resource++) {
      audiences.add("api://resource" + resource);
    }
    ArrayNode roles = JSON.createArrayNode();
    for (int role = 0; role < ROLES; role++) {
      ObjectNode one = roles.addObject().put("RoleName", "role" + role).put("Arn", arn(role)).put("RoleId", "AROA00000000000" + role);
      ArrayNode statements = one.putObject("AssumeRolePolicyDocument").put("Version", "2012-10-17").putArray("Statement");
      ObjectNode condition = statement(statements, "Allow");
      ObjectNode equal = condition.putObject("StringEquals").put(HOST + ":aud", "api://resource" + chance.audience[role]);
      if (chance.pinned[role] >= 0) {
        equal.put(HOST + ":sub", object(chance.pinned[role]));
      }
      if (chance.address[role]) {
        condition.putObject("IpAddress").put("aws:SourceIp", "203.0.113.0/24");
      }
      if (chance.denied[role] >= 0) {
        statement(statements, "Deny").putObject("StringEquals").put(HOST + ":sub", object(chance.denied[role]));
      }
    }
    JsonNode details = JSON.createObjectNode().set("RoleDetailList", roles);
    return List.of(ofAccount("iam:get-account-authorization-details", "", details), ofAccount("iam:get-open-id-connect-provider", providerArn(), provider),
        ofAccount("organizations:describe-organization", "", JSON.createObjectNode()));
  }

  private static ObjectNode statement(ArrayNode statements, String effect) {
    ObjectNode statement = statements.addObject().put("Effect", effect).put("Action", "sts:AssumeRoleWithWebIdentity");
    statement.putObject("Principal").put("Federated", providerArn());
    return statement.putObject("Condition");
  }

  private static JsonNode list(String operation, String subject, ArrayNode items) {
    ObjectNode document = JSON.createObjectNode().put("operation", operation).put("tenant", TENANT).put("subject", subject);
    document.putObject("body").set("value", items);
    return document;
  }

  private static JsonNode ofAccount(String operation, String subject, JsonNode body) {
    ObjectNode document = JSON.createObjectNode().put("operation", operation).put("account", ACCOUNT).put("subject", subject);
    return document.set("body", body);
  }

  private static String object(int principal) {
    return "b0000000-0000-4000-8000-00000000000" + principal;
  }

  private static String arn(int role) {
    return "arn:aws:iam::" + ACCOUNT + ":role/role" + role;
  }

  private static String providerArn() {
    return "arn:aws:iam::" + ACCOUNT + ":oidc-provider/" + HOST;
  }
}
