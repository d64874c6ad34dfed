package io.drawbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.ResourceId.GithubId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Coverage;
import io.drawbridge.coverage.CoverageEntry;
import io.drawbridge.coverage.CoverageStatus;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.federation.FederationRules;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import io.drawbridge.inventory.aws.AwsParsers;
import io.drawbridge.inventory.azure.AzureParsers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whom the trusts that Defender for Cloud sets up let in, and which subjects of tokens either cloud takes. */
class FederationTest {

  private static final ParserRegistry PARSERS =
      new ParserRegistry(Stream.of(AwsParsers.ALL, AzureParsers.ALL).flatMap(List::stream).toList(), AzureParsers.FALLBACKS);
  private static final String ACCOUNT = "111122223333";
  private static final String TENANT = "11111111-aaaa-4aaa-8aaa-111111111111";
  private static final EntraId PRINCIPAL = new EntraId(TENANT, "b0000000-0000-4000-8000-000000000001");
  private static final EntraId OTHER = new EntraId(TENANT, "b0000000-0000-4000-8000-000000000002");
  private static final EntraId APPLICATION = new EntraId(TENANT, "a0000000-0000-4000-8000-000000000001");
  private static final String CLIENT = "a0000000-0000-4000-8000-0000000000a1";
  private static final Arn ROLE = Arn.of("iam", "", ACCOUNT, "role/connector");
  private static final String SESSION = "sts:RoleSessionName";

  @TestFactory
  Stream<DynamicTest> microsoftAloneTakesTheRolesOfDefender() throws IOException {
    JsonNode facts = Conformance.json("azure/federation/defender-aws-trust.json");
    var microsoft = new ExternalId("entra", facts.path("microsoftTenant").asText());
    return Stream.of(facts.path("roles")).flatMap(roles -> IntStream.range(0, roles.size()).mapToObj(roles::get)).map(role -> DynamicTest.dynamicTest(role.path("role").asText(), () -> {
      ObjectNode trust = filledIn(role.path("trust"));
      assertThat(into(ROLE, roleDocuments(trust, role))).allSatisfy(edge -> assertThat(edge.kind()).isEqualTo(EdgeKind.VENDOR_ACTS_ON))
          .extracting(Edge::from).containsExactly(microsoft);
      ((ObjectNode) trust.at("/Statement/0/Condition/StringLike")).remove(SESSION);
      assertThat(into(ROLE, roleDocuments(trust, role))).extracting(Edge::from).containsExactlyInAnyOrder(microsoft, ExternalId.INTERNET);
    }));
  }

  @TestFactory
  Stream<DynamicTest> theOneTrustInTheCustomersTenantLeadsFromItsServicePrincipal() throws IOException {
    JsonNode ciem = Conformance.json("azure/federation/defender-aws-trust.json").path("ciem");
    ObjectNode pinned = filledIn(ciem.path("trust"));
    ObjectNode open = filledIn(ciem.path("trust"));
    ((ObjectNode) open.at("/Statement/0/Condition/StringEquals")).remove("sts.windows.net/" + TENANT + "/:sub");
    return Stream.of(
        DynamicTest.dynamicTest("pinned", () -> assertThat(into(ROLE, roleDocuments(pinned, ciem))).extracting(Edge::from).containsExactly(PRINCIPAL)),
        DynamicTest.dynamicTest("any application", () -> assertThat(edges(roleDocuments(open, ciem)))
            .filteredOn(edge -> edge.kind() == EdgeKind.CAN_FEDERATE).extracting(Edge::from).contains(PRINCIPAL, OTHER)));
  }

  @TestFactory
  Stream<DynamicTest> subjectsAreTakenAsEachCloudComparesThem() throws IOException {
    JsonNode cases = Conformance.json("azure/federation/oidc-match-cases.json").path("cases");
    return IntStream.range(0, cases.size()).mapToObj(cases::get).map(one -> DynamicTest.dynamicTest(one.path("case").asText(), () -> {
      boolean aws = one.path("cloud").asText().equals("aws");
      List<Edge> found = aws ? into(ROLE, roleDocuments(githubTrust(one), one)) : into(APPLICATION, applicationDocuments(one));
      for (int i = 0; i < one.path("token_sub").size(); i++) {
        String subject = one.path("token_sub").get(i).asText();
        assertThat(found.stream().anyMatch(edge -> isSubject(edge.from(), subject))).as(subject).isEqualTo(one.path("match").get(i).asBoolean());
      }
    }));
  }

  /** The part of the repository that the subject names, the whole repository, or somebody who is any repository. */
  private static boolean isSubject(ResourceId from, String subject) {
    String[] parts = subject.split(":", 3);
    String[] repository = parts[1].split("/", 2);
    var whole = new GithubId(repository[0], repository[1], "");
    return from instanceof ExternalId || from.equals(whole) || from.equals(new GithubId(repository[0], repository[1], parts[2].replaceFirst("^ref:", "ref/")));
  }

  private static ObjectNode filledIn(JsonNode trust) throws IOException {
    return (ObjectNode) Conformance.JSON.readTree(trust.toString().replace("<account>", ACCOUNT).replace("<customer tenant id>", TENANT)
        .replace("<service principal object id in the customer tenant>", PRINCIPAL.objectId()));
  }

  private static ObjectNode githubTrust(JsonNode one) {
    ObjectNode statement = Conformance.JSON.createObjectNode().put("Effect", "Allow").put("Action", "sts:AssumeRoleWithWebIdentity");
    statement.putObject("Principal").put("Federated", provider(one));
    statement.set("Condition", one.path("condition"));
    ObjectNode trust = Conformance.JSON.createObjectNode().put("Version", "2012-10-17");
    trust.putArray("Statement").add(statement);
    return trust;
  }

  private static String provider(JsonNode one) {
    return "arn:aws:iam::" + ACCOUNT + ":oidc-provider/" + url(one);
  }

  private static String url(JsonNode one) {
    return one.path("issuer").asText().replace("https://", "").replace("<customer tenant id>", TENANT);
  }

  private static List<Document> roleDocuments(JsonNode trust, JsonNode one) {
    ObjectNode role = Conformance.JSON.createObjectNode().put("RoleName", "connector").put("Arn", ROLE.text()).put("RoleId", "AROACONNECTOR00000000");
    role.set("AssumeRolePolicyDocument", trust);
    ObjectNode account = Conformance.JSON.createObjectNode();
    account.putArray("RoleDetailList").add(role);
    ObjectNode provider = Conformance.JSON.createObjectNode().put("Url", url(one));
    provider.putArray("ClientIDList").add(one.path("audience").asText());
    Scope scope = Scope.account(ACCOUNT);
    List<Document> documents = new ArrayList<>(tenant(one.path("audience").asText()));
    documents.add(document(scope, "iam:get-account-authorization-details", "", account));
    documents.add(document(scope, "iam:get-open-id-connect-provider", provider(one), provider));
    return documents;
  }

  private static List<Document> applicationDocuments(JsonNode one) {
    ObjectNode credential = Conformance.JSON.createObjectNode().put("id", "c").put("name", "c").put("issuer", one.path("issuer").asText())
        .put("subject", one.path("subject").asText());
    credential.putArray("audiences").add(one.path("audience").asText());
    List<Document> documents = new ArrayList<>(tenant("api://app"));
    documents.add(document(Scope.tenant(TENANT), "graph:applications-federatedIdentityCredentials", APPLICATION.objectId(), list(credential)));
    return documents;
  }

  /** A tenant with the application that an audience names, and another. */
  private static List<Document> tenant(String audience) {
    Scope scope = Scope.tenant(TENANT);
    JsonNode application = Conformance.JSON.valueToTree(Map.of("id", APPLICATION.objectId(), "appId", CLIENT, "identifierUris", List.of(audience)));
    JsonNode principal = Conformance.JSON.valueToTree(Map.of("id", PRINCIPAL.objectId(), "appId", CLIENT, "accountEnabled", true, "servicePrincipalType", "Application",
        "appOwnerOrganizationId", TENANT, "servicePrincipalNames", List.of(CLIENT, audience)));
    JsonNode other = Conformance.JSON.valueToTree(Map.of("id", OTHER.objectId(), "appId", "other", "accountEnabled", true, "servicePrincipalType", "Application"));
    return List.of(document(scope, "graph:applications", "", list(application)), document(scope, "graph:servicePrincipals", "", list(principal, other)));
  }

  private static ObjectNode list(JsonNode... items) {
    ObjectNode body = Conformance.JSON.createObjectNode();
    ArrayNode value = body.putArray("value");
    Stream.of(items).forEach(value::add);
    return body;
  }

  private static Document document(Scope scope, String operation, String subject, JsonNode body) {
    return new Document(Operation.parse(operation), scope, CoverageEntry.GLOBAL, subject, new TreeMap<>(), body, SnapshotId.IN_MEMORY, "case");
  }

  private static List<Edge> into(ResourceId target, List<Document> documents) {
    return edges(documents).stream().filter(edge -> edge.to().equals(target)).toList();
  }

  private static List<Edge> edges(List<Document> documents) {
    List<CoverageEntry> coverage = documents.stream().map(document -> new CoverageEntry(document.scope(), document.region(), document.operation(), document.subject(),
        CoverageStatus.COMPLETE, "", Instant.EPOCH)).toList();
    InventoryBuilder inventory = PARSERS.parse(documents);
    return Derivation.of(new Estate(inventory.build(), new Coverage(coverage, inventory.malformed())), List.of(), FederationRules.EDGES).graph().edges();
  }
}
