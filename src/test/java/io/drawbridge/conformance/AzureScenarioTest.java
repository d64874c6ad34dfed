package io.drawbridge.conformance;

import static io.drawbridge.conformance.AzureEstate.TENANT;
import static io.drawbridge.conformance.AzureEstate.entra;
import static io.drawbridge.conformance.AzureEstate.reached;
import static io.drawbridge.conformance.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.ResourceId.PrivilegeId;
import io.drawbridge.graph.Edge;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Estates that others describe, put into documents of ARM and Microsoft Graph, and what control of one thing leads to in them. */
class AzureScenarioTest {

  private static final String GROUP = "/subscriptions/5e5e5e5e-0000-4000-8000-000000000001/resourceGroups/kc1";
  private static final String READER = "21090545-7ca7-4776-b22c-e363652d74d2";
  private static final String SECRETS_USER = "4633458b-17de-408a-b874-0445c86b69e6";

  private final AzureEstate estate = new AzureEstate();

  /**
   * The published way goes through the values of a secret and of a stored credential, which nobody can see from outside: what can be seen
   * is found up to there and from there on, and the two hops between are not claimed.
   */
  @Test
  void mandiantsPathIsFoundAsFarAsDataTellsAndItsTrapsAreNot() throws IOException {
    JsonNode scenario = Conformance.json("azure/scenarios/mandiant-kc1/scenario.json");
    assertThat(scenario.path("expected_path")).hasSize(7);
    String vault = GROUP + "/providers/Microsoft.KeyVault/vaults/" + scenario.at("/nodes/keyVault/0/name").asText();
    String automation = GROUP + "/providers/Microsoft.Automation/automationAccounts/" + scenario.at("/nodes/automationAccount/0/name").asText();
    String server = GROUP + "/providers/Microsoft.Sql/servers/" + scenario.at("/nodes/sqlServer/0/name").asText();
    String database = server + "/databases/" + scenario.at("/nodes/sqlServer/0/databases/0").asText();
    kc1(scenario, vault, automation, server, database);
    List<Edge> edges = estate.edges();
    EntraId green = entra("green");
    EntraId principal = entra("innovation-sp");
    assertThat(reached(edges, green)).contains(entra("innovation-app"), principal, new ArmId(vault), new ArmId(vault + "/secrets/ForPW"))
        .doesNotContain(entra("williams"), entra("sqladmin"), new ArmId(database));
    assertThat(edges).filteredOn(edge -> edge.from().equals(principal) && edge.to().equals(new ArmId(vault))).extracting(Edge::technique)
        .containsExactly("azure-vault-access-policy");
    assertThat(reached(edges, entra("williams"))).doesNotContain(entra("sqladmin"), new ArmId(database));
    assertThat(reached(edges, entra("sqladmin"))).contains(new ArmId(database));
  }

  @Test
  void withoutItsAccessPolicyTheVaultStaysShutWhateverRolesSay() throws IOException {
    String vault = GROUP + "/providers/Microsoft.KeyVault/vaults/v";
    estate.add("graph:servicePrincipals", Map.of("id", "innovation-sp", "appId", "innovation-client", "servicePrincipalType", "Application"));
    estate.add("arm:microsoft.keyvault/vaults", Map.of("id", vault, "properties", Map.of("tenantId", TENANT, "enableRbacAuthorization", false)));
    estate.add("arm:microsoft.authorization/roleassignments", role("innovation-sp", READER, vault), role("innovation-sp", SECRETS_USER, vault));
    assertThat(reached(estate.edges(), entra("innovation-sp"))).doesNotContain(new ArmId(vault));
  }

  /**
   * BloodHound draws ten edges from the holder of {@code RoleManagement.ReadWrite.Directory} to every object of the tenant. Ours is one edge
   * to power over the tenant, from which the same objects are reached: the permission writes role assignments, and what a Global Administrator
   * then does is the administrator's. Two ends of theirs are no ends of ours: the service principal of Microsoft Graph itself, which is another
   * tenant's application and takes no credential here, and the tenant, which is the power.
   */
  @Test
  void whoWritesRolesReachesWhatBloodHoundDraws() throws IOException {
    JsonNode harness = Conformance.json("azure/azurehound/harness/AZMGRoleManagementReadWriteDirectory.json");
    estate.add("graph:organization", Map.of("id", TENANT));
    estate.add("graph:servicePrincipals", Map.of("id", "n2", "appId", "c2", "servicePrincipalType", "Application", "appOwnerOrganizationId", TENANT),
        Map.of("id", "n3", "appId", harness.at("/nodes/n3/properties/appId").asText(), "servicePrincipalType", "Application",
            "appOwnerOrganizationId", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"),
        Map.of("id", "n4", "appId", "c4", "servicePrincipalType", "Application", "appOwnerOrganizationId", TENANT));
    estate.addBelow("graph:servicePrincipals-appRoleAssignments", "n2", Map.of("id", "a", "appRoleId", harness.at("/nodes/n2/properties/appRoleId").asText(), "principalId",
        "n2", "resourceId", "n3", "principalType", "ServicePrincipal"));
    estate.add("graph:applications", Map.of("id", "n5", "appId", "c5"));
    estate.add("graph:groups", Map.of("id", "n6", "displayName", "g"));
    SortedSet<ResourceId> reached = reached(estate.edges(), entra("n2"));
    assertThat(reached).contains(new PrivilegeId(TENANT, "TenantGlobalAdmin"));
    SortedSet<String> missing = new TreeSet<>();
    for (JsonNode edge : harness.path("expected_edges")) {
      if (!reached.contains(entra(edge.path(2).asText()))) {
        missing.add(edge.path(2).asText());
      }
    }
    assertThat(missing).isEqualTo(new TreeSet<>(Conformance.expectedFailures("azurehound-harness").keySet()));
  }

  private void kc1(JsonNode scenario, String vault, String automation, String server, String database) {
    estate.add("graph:users", user("green", scenario.at("/nodes/user/0")), user("williams", scenario.at("/nodes/user/1")), user("sqladmin", scenario.at("/nodes/user/2")));
    estate.add("graph:applications", Map.of("id", "innovation-app", "appId", "innovation-client", "displayName", scenario.at("/nodes/application/0").asText()));
    estate.add("graph:servicePrincipals", Map.of("id", "innovation-sp", "appId", "innovation-client", "servicePrincipalType", "Application", "appOwnerOrganizationId", TENANT));
    estate.add("graph:roleAssignments", Map.of("id", "r", "principalId", "green", "roleDefinitionId", scenario.at("/assignments/0/roleTemplateId").asText(), "directoryScopeId",
        scenario.at("/assignments/0/scope").asText()));
    estate.add("arm:microsoft.keyvault/vaults", Map.of("id", vault, "properties", Map.of("tenantId", TENANT, "enableRbacAuthorization",
        scenario.at("/nodes/keyVault/0/enableRbacAuthorization").asBoolean(), "accessPolicies", List.of(Map.of("tenantId", TENANT, "objectId", "innovation-sp", "permissions",
            Map.of("secrets", scenario.at("/nodes/keyVault/0/accessPolicies/0/secrets"), "keys", scenario.at("/nodes/keyVault/0/accessPolicies/0/keys")))))));
    estate.add("arm:microsoft.keyvault/vaults/secrets", Map.of("id", vault + "/secrets/ForPW"));
    estate.add("arm:microsoft.automation/automationaccounts", Map.of("id", automation, "type", "Microsoft.Automation/automationAccounts"));
    estate.add("arm:microsoft.sql/servers", Map.of("id", server, "type", "Microsoft.Sql/servers", "properties", Map.of()));
    estate.add("arm:microsoft.sql/servers/administrators", Map.of("id", server + "/administrators/ActiveDirectory", "type", "Microsoft.Sql/servers/administrators", "properties",
        Map.of("sid", "sqladmin", "tenantId", TENANT, "login", "sqladmin")));
    estate.add("arm:microsoft.sql/servers/databases", Map.of("id", database, "type", "Microsoft.Sql/servers/databases", "properties", Map.of()));
    estate.add("arm:microsoft.authorization/roleassignments", role("innovation-sp", READER, vault), role("innovation-sp", SECRETS_USER, vault),
        role("williams", "b24988ac-6180-42a0-ab88-20f7382dd24c", automation), role("sqladmin", "acdd72a7-3385-48ef-bd42-f606fba81ae7", server));
  }

  private static Map<String, Object> user(String id, JsonNode name) {
    return Map.of("id", id, "displayName", name.asText(), "userPrincipalName", id + "@kc1.example", "accountEnabled", true);
  }
}
