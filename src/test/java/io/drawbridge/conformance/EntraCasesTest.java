package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.rules.AzureRules;
import io.drawbridge.edge.federation.FederationRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Evidence;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.azure.AzureParsers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Small tenants, and whether control of one object gives another by one technique. */
class EntraCasesTest {

  private static final ParserRegistry PARSERS = new ParserRegistry(AzureParsers.ALL, AzureParsers.FALLBACKS);

  /** What follows from holding something, and is no step of its own. */
  private static final Set<EdgeKind> GIVEN = Set.of(EdgeKind.MEMBER_OF, EdgeKind.HAS_ROLE, EdgeKind.IN_SET);

  /** The techniques that each of the cases' words stands for. */
  private static final Map<String, Set<String>> TECHNIQUES =
      Map.of(
          "AddSecret", Set.of("entra-application-credential", "entra-graph-application-write", "entra-application-owner"),
          "ResetPassword", Set.of("entra-credential-reset"),
          "AddMember", Set.of("entra-group-membership-write", "entra-group-owner", "entra-graph-group-write"),
          "CanActivate", Set.of("entra-directory-role"),
          "GrantRole", Set.of("entra-role-assignment"),
          "RunsAs", Set.of("entra-application-sign-in"),
          "AuthenticatesAs", Set.of("github-oidc-to-entra", "oidc-issuer-to-entra"));

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    return Conformance.lines("cases/entra.jsonl").stream().map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> check(one)));
  }

  private static void check(JsonNode one) throws IOException {
    List<Edge> edges = derive(one.path("tenant"));
    JsonNode ask = one.path("ask");
    String tenant = one.path("tenant").path("tenantId").asText();
    ResourceId to = ask.path("about").asText().equals("GrantRole") ? new PrivilegeId(tenant, "TenantGlobalAdmin") : new EntraId(tenant, ask.path("to").asText());
    boolean found = leads(taking(edges, one.path("external")), from(tenant, ask.path("from").asText(), one.path("external")), to, TECHNIQUES.getOrDefault(ask.path("about").asText(), Set.of()));
    boolean known = Conformance.expectedFailures("entra").containsKey(one.path("id").asText());
    assertThat(found).as(one.path("why").asText()).isEqualTo(known == ask.path("edge").asText().equals("none"));
  }

  private static ResourceId from(String tenant, String text, JsonNode external) {
    if (!text.startsWith("external:")) {
      return new EntraId(tenant, text);
    }
    String issuer = external.path("issuer").asText().replaceFirst("^https://", "");
    if (!issuer.equals("token.actions.githubusercontent.com")) {
      return new ExternalId("issuer", issuer);
    }
    String[] parts = text.split(":", 4);
    String[] repository = parts[2].split("/", 2);
    return new GithubId(repository[0], repository[1], parts[3].replaceFirst("^ref:", "ref/"));
  }

  /** Edges by tokens of one audience alone where a case has its token made already; ours say what the credential takes. */
  private static List<Edge> taking(List<Edge> edges, JsonNode external) {
    String audience = external.path("audience").asText();
    return edges.stream().filter(edge -> edge.proof().evidence().stream().map(Evidence::statement).filter(at -> at.pointer().equals("/audiences"))
        .allMatch(at -> audience.isEmpty() || at.excerpt().equals(audience))).toList();
  }

  /** By what is given, one technique, and what is given again; a token of another issuer ends at the application or its service principal. */
  private static boolean leads(List<Edge> edges, ResourceId from, ResourceId to, Set<String> techniques) {
    Set<ResourceId> ends = new HashSet<>();
    for (ResourceId holder : spread(edges, Set.of(from), GIVEN)) {
      edges.stream().filter(edge -> edge.from().equals(holder) && techniques.contains(edge.technique())).map(Edge::to).forEach(ends::add);
    }
    Set<EdgeKind> after = techniques.contains("github-oidc-to-entra") ? Set.of(EdgeKind.IN_SET, EdgeKind.SIGNS_IN_AS) : Set.of(EdgeKind.IN_SET);
    return spread(edges, ends, after).contains(to);
  }

  private static Set<ResourceId> spread(List<Edge> edges, Set<ResourceId> from, Set<EdgeKind> kinds) {
    Set<ResourceId> reached = new HashSet<>(from);
    boolean more = true;
    while (more) {
      more = edges.stream().filter(edge -> kinds.contains(edge.kind()) && reached.contains(edge.from())).map(Edge::to).toList().stream()
          .map(reached::add).reduce(false, Boolean::logicalOr);
    }
    return reached;
  }

  private static List<Edge> derive(JsonNode tenant) {
    Scope scope = Scope.tenant(tenant.path("tenantId").asText());
    List<Document> documents = new ArrayList<>();
    tenant.properties().stream().filter(entry -> entry.getValue().isArray()).forEach(entry -> collection(scope, entry.getKey(), entry.getValue(), documents));
    List<CoverageEntry> coverage = documents.stream().map(document -> new CoverageEntry(scope, "global", document.operation(), document.subject(),
        CoverageStatus.COMPLETE, "", Instant.EPOCH)).toList();
    InventoryBuilder inventory = PARSERS.parse(documents);
    var estate = new Estate(inventory.build(), new Coverage(coverage, inventory.malformed()));
    return Derivation.of(estate, AzureRules.NODES, Stream.of(AzureRules.EDGES, FederationRules.EDGES).flatMap(List::stream).toList()).graph().edges();
  }

  private static void collection(Scope scope, String name, JsonNode items, List<Document> documents) {
    documents.add(document(scope, "graph:" + name, "", items));
    for (JsonNode item : items) {
      for (var child : item.properties()) {
        boolean ofIdentity = name.equals("servicePrincipals") && child.getKey().equals("federatedIdentityCredentials");
        if (ofIdentity) {
          identity(scope, item, child.getValue(), documents);
        } else if (child.getValue().isArray()) {
          documents.add(document(scope, "graph:" + name + "-" + child.getKey(), item.path("id").asText(), child.getValue()));
        }
      }
    }
  }

  /** A managed identity with the credentials that ARM lists for it. */
  private static void identity(Scope scope, JsonNode principal, JsonNode credentials, List<Document> documents) {
    String id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i";
    ObjectNode identity = Conformance.JSON.createObjectNode().put("id", id);
    identity.putObject("properties").put("tenantId", scope.id()).put("principalId", principal.path("id").asText()).put("clientId", principal.path("appId").asText());
    documents.add(document(scope, "arm:microsoft.managedidentity/userassignedidentities", "", Conformance.JSON.createArrayNode().add(identity)));
    ArrayNode list = Conformance.JSON.createArrayNode();
    credentials.forEach(each -> list.addObject().put("id", id + "/federatedIdentityCredentials/" + each.path("name").asText()).set("properties", each));
    documents.add(document(scope, "arm:microsoft.managedidentity/userassignedidentities/federatedidentitycredentials", "", list));
  }

  private static Document document(Scope scope, String operation, String subject, JsonNode items) {
    ObjectNode body = Conformance.JSON.createObjectNode();
    body.set("value", items);
    return new Document(Operation.parse(operation), scope, "global", subject, new TreeMap<>(), body, SnapshotId.IN_MEMORY, "case");
  }
}
