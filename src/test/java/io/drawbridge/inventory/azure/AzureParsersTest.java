package io.drawbridge.inventory.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.cloud.SnapshotId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.inventory.Document;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.InventoryBuilder;
import io.drawbridge.inventory.ParserRegistry;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AzureParsersTest {

  private static final ParserRegistry PARSERS = new ParserRegistry(AzureParsers.ALL, AzureParsers.FALLBACKS);
  private static final String TENANT = "0a0a0a0a-0000-4000-8000-000000000001";
  private static final String SUB = "/subscriptions/5b5b5b5b-0000-4000-8000-000000000002";
  private static final String RG = SUB + "/resourceGroups/RG-One";

  @Test
  void lettersOfIdsAndFieldsMayDiffer() {
    Inventory inventory = arm("microsoft.keyvault/vaults", """
        {"ID": "%s/providers/Microsoft.KeyVault/vaults/KV-1", "NAME": "KV-1", "properties": {"enablerbacauthorization": true,
         "networkacls": {"defaultaction": "deny", "iprules": [{"value": "198.51.100.0/24"}]},
         "accessPolicies": [{"tenantId": "%s", "objectId": "ABC", "permissions": {"secrets": ["Get", "List"]}}]}}
        """.formatted(RG, TENANT)).build();
    Vault vault = inventory.all(Vault.class).getFirst();
    assertThat(vault.id().text()).isEqualTo(SUB + "/resourcegroups/rg-one/providers/microsoft.keyvault/vaults/kv-1");
    assertThat(vault.rbac()).isTrue();
    assertThat(vault.network().restricted()).isTrue();
    assertThat(vault.network().addresses()).containsExactly("198.51.100.0/24");
    assertThat(vault.accessPolicies().getFirst().objectId()).isEqualTo("abc");
    assertThat(vault.accessPolicies().getFirst().secrets()).containsExactly("get", "list");
  }

  @Test
  void aVaultThatSaysNothingIsInAccessPolicyModeAndOpenToEveryNetwork() {
    Vault vault = arm("microsoft.keyvault/vaults", "{\"id\": \"%s/providers/Microsoft.KeyVault/vaults/a\", \"properties\": {}}".formatted(RG))
        .build().all(Vault.class).getFirst();
    assertThat(vault.rbac()).isFalse();
    assertThat(vault.network().restricted()).isFalse();
  }

  @Test
  void anItemWithoutItsIdIsReportedAndTheOthersStay() {
    InventoryBuilder built = arm("microsoft.storage/storageaccounts", "{\"name\": \"nameless\"}, {\"id\": \"%s/providers/Microsoft.Storage/storageAccounts/b\"}".formatted(RG));
    assertThat(built.build().all(StorageAccount.class)).hasSize(1);
    assertThat(built.malformed()).singleElement().satisfies(gap -> assertThat(gap.resource()).isEqualTo("value 0"));
  }

  @Test
  void connectorsOfDefenderToOtherCloudsThanAwsAreCounted() {
    InventoryBuilder built = arm("microsoft.security/securityconnectors", """
        {"id": "%1$s/providers/Microsoft.Security/securityConnectors/a", "properties": {"environmentName": "AWS", "hierarchyIdentifier": "111111111111"}},
        {"id": "%1$s/providers/Microsoft.Security/securityConnectors/g", "properties": {"environmentName": "GCP", "hierarchyIdentifier": "1234"}}
        """.formatted(RG));
    assertThat(built.malformed()).isEmpty();
    assertThat(built.build().all(MulticloudConnector.class)).extracting(MulticloudConnector::name).containsExactly("a");
    assertThat(built.build().all(OtherAzureResource.class)).extracting(OtherAzureResource::type).containsExactly("microsoft.security/securityconnectors");
  }

  @Test
  void whoLiesInWhomIsReadFromEntitiesGroupsAndResourceGraph() {
    String group = "/providers/Microsoft.Management/managementGroups/";
    Inventory inventory = arm("microsoft.resources/subscriptions", """
        {"id": "%1$s", "type": "/subscriptions", "properties": {"displayName": "pay", "parent": {"id": "%2$sTeam"}}},
        {"id": "%2$sTeam", "type": "Microsoft.Management/managementGroups", "properties": {"parent": {"id": null}}},
        {"id": "/subscriptions/other", "properties": {"managementGroupAncestorsChain": [{"name": "leaf"}, {"name": "root"}]}},
        {"id": "%2$sroot", "properties": {"children": [{"id": "%2$smid", "children": [{"id": "/subscriptions/third"}]}]}}
        """.formatted(SUB, group)).build();
    assertThat(parent(inventory, SUB)).contains(new ArmId(group + "team"));
    assertThat(parent(inventory, group + "team")).isEmpty();
    assertThat(parent(inventory, "/subscriptions/other")).contains(new ArmId(group + "leaf"));
    assertThat(parent(inventory, group + "leaf")).contains(new ArmId(group + "root"));
    assertThat(parent(inventory, "/subscriptions/third")).contains(new ArmId(group + "mid"));
    assertThat(inventory.all(Subscription.class)).hasSize(2);
    assertThat(inventory.all(ManagementGroup.class)).hasSize(2);
  }

  @Test
  void disksOfRestorePointsAndBackedUpItemsSayWhatOpensThem() {
    String point = RG + "/providers/Microsoft.Compute/restorePointCollections/c/restorePoints/p/diskRestorePoints/d";
    DiskImage disk = arm("microsoft.compute/restorepointcollections/restorepoints/diskrestorepoints", """
        {"id": "%s", "properties": {"networkAccessPolicy": "AllowPrivate"}}
        """.formatted(point)).build().all(DiskImage.class).getFirst();
    assertThat(disk.isRestorePoint()).isTrue();
    assertThat(disk.isDisk() || disk.isSnapshot()).isFalse();
    assertThat(disk.network().publicDisabled()).isTrue();
    BackupItem item = arm("microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems", """
        {"id": "%s/providers/Microsoft.RecoveryServices/vaults/v/backupFabrics/Azure/protectionContainers/c/protectedItems/i",
         "properties": {"workloadType": "VM", "friendlyName": "vm-1", "isScheduledForDeferredDelete": true}}
        """.formatted(RG)).build().all(BackupItem.class).getFirst();
    assertThat(item.name()).isEqualTo("vm-1");
    assertThat(item.deleted()).isTrue();
  }

  @Test
  void aCosmosRoleSaysWhatItAllowsAndAnInitiativeWhatItHolds() {
    CosmosRoleDefinition role = arm("microsoft.documentdb/databaseaccounts/sqlroledefinitions", """
        {"id": "%s/providers/Microsoft.DocumentDB/databaseAccounts/a/sqlRoleDefinitions/R-1", "properties": {"roleName": "own",
         "permissions": [{"dataActions": ["x/*"], "notDataActions": ["x/secret"]}]}}
        """.formatted(RG)).build().all(CosmosRoleDefinition.class).getFirst();
    assertThat(role.role()).isEqualTo("r-1");
    assertThat(role.covers("X/read")).isTrue();
    assertThat(role.covers("x/secret")).isFalse();
    PolicySet set = arm("microsoft.authorization/policysetdefinitions", """
        {"id": "%1$s/providers/Microsoft.Authorization/policySetDefinitions/s", "properties": {"policyDefinitions": [
         {"policyDefinitionId": "%1$s/providers/Microsoft.Authorization/policyDefinitions/P"}, {"parameters": {}}]}}
        """.formatted(SUB)).build().all(PolicySet.class).getFirst();
    assertThat(set.policies()).containsExactly(new ArmId(SUB + "/providers/Microsoft.Authorization/policyDefinitions/P"));
  }

  @Test
  void aDenyAssignmentHasOneBlockForEachBlockOfPermissions() {
    AzureDenyAssignment deny = arm("microsoft.authorization/denyassignments", """
        {"id": "%s/providers/Microsoft.Authorization/denyAssignments/d", "properties": {"scope": "%s", "doNotApplyToChildScopes": true,
         "principals": [{"Id": "00000000-0000-0000-0000-000000000000", "Type": "SystemDefined"}], "excludePrincipals": [{"id": "EE"}],
         "permissions": [{"actions": ["a/*"], "notActions": ["a/b"]}, {"dataActions": ["c/*"]}]}}
        """.formatted(SUB, SUB)).build().all(AzureDenyAssignment.class).getFirst();
    assertThat(deny.blocks()).hasSize(2).allSatisfy(block -> {
      assertThat(block.principalIds()).containsExactly("00000000-0000-0000-0000-000000000000");
      assertThat(block.excludePrincipalIds()).containsExactly("ee");
      assertThat(block.doNotApplyToChildScopes()).isTrue();
    });
    assertThat(deny.blocks().getFirst().permissions().notActions()).containsExactly("a/b");
  }

  @Test
  void anAssignmentWithoutItsPrincipalGrantsNothing() {
    InventoryBuilder built = arm("microsoft.authorization/roleassignments",
        "{\"id\": \"%s/providers/Microsoft.Authorization/roleAssignments/x\", \"properties\": {\"roleDefinitionId\": \"/r/1\"}}".formatted(SUB));
    assertThat(built.build().all(AzureRoleAssignment.class)).isEmpty();
    assertThat(built.malformed()).hasSize(1);
  }

  @Test
  void anyResourceMayCarryIdentities() {
    Inventory inventory = arm("microsoft.signalrservice/signalr", """
        {"id": "%1$s/providers/Microsoft.SignalRService/signalR/web", "type": "Microsoft.SignalRService/signalR", "identity": {"type": "SystemAssigned, UserAssigned",
         "principalId": "P1", "userAssignedIdentities": {"%1$s/providers/Microsoft.ManagedIdentity/userAssignedIdentities/Ua": {"principalId": "P2"}}}},
        {"id": "%1$s/providers/Microsoft.SignalRService/signalR/plain", "type": "Microsoft.SignalRService/signalR"}
        """.formatted(RG)).build();
    assertThat(inventory.all(OtherAzureResource.class)).hasSize(2).allSatisfy(each -> assertThat(each.type()).isEqualTo("microsoft.signalrservice/signalr"));
    ManagedIdentityHolder holder = inventory.all(ManagedIdentityHolder.class).getFirst();
    assertThat(holder.systemPrincipalId()).isEqualTo("p1");
    assertThat(holder.userAssigned()).containsEntry(new ArmId(RG + "/providers/microsoft.managedidentity/userassignedidentities/ua"), "p2");
  }

  @Test
  void anExpandedListThatWasCutShortDoesNotHideTheWholeOne() {
    Inventory inventory = PARSERS.parse(List.of(
        document(Scope.tenant(TENANT), "graph:groups-members", "G1", "{\"id\": \"u1\", \"@odata.type\": \"#microsoft.graph.user\"}, {\"id\": \"u2\"}"),
        document(Scope.tenant(TENANT), "graph:groups-members", "g1", "{\"id\": \"U1\"}"),
        document(Scope.tenant(TENANT), "graph:users-memberOf", "u3", "{\"id\": \"g1\"}, {\"id\": \"r1\", \"@odata.type\": \"#microsoft.graph.directoryRole\"}"))).build();
    assertThat(inventory.all(GroupMember.class)).extracting(link -> link.member().objectId()).containsExactly("u1", "u2", "u3");
    assertThat(inventory.all(DirectoryRoleMember.class)).extracting(DirectoryRoleMember::role).containsExactly(new EntraId(TENANT, "r1"));
  }

  @Test
  void federatedCredentialsOfBothKindsAreOneRecord() {
    Inventory inventory = PARSERS.parse(List.of(
        document(Scope.tenant(TENANT), "graph:applications-federatedIdentityCredentials", "app", """
            {"id": "f", "name": "gh", "issuer": "https://i.example", "subject": null, "audiences": ["a"],
             "claimsMatchingExpression": {"value": "claims['sub'] matches 'repo:o/*'", "languageVersion": 1}}"""),
        document(Scope.subscription("s"), "arm:microsoft.managedidentity/userassignedidentities/federatedidentitycredentials", "", """
            {"id": "%s/providers/Microsoft.ManagedIdentity/userAssignedIdentities/U/federatedIdentityCredentials/F",
             "properties": {"issuer": "https://i.example", "subject": "Repo:X", "audiences": []}}""".formatted(RG)))).build();
    assertThat(inventory.all(FederatedIdentityCredential.class)).extracting(FederatedIdentityCredential::holder).containsExactlyInAnyOrder(
        new EntraId(TENANT, "app"), new ArmId(RG + "/providers/microsoft.managedidentity/userassignedidentities/u"));
    assertThat(inventory.all(FederatedIdentityCredential.class)).extracting(FederatedIdentityCredential::subject).containsExactlyInAnyOrder("", "Repo:X");
  }

  @Test
  void aRoleOfAnotherProviderIsNoDirectoryRole() {
    InventoryBuilder built = PARSERS.parse(List.of(document(Scope.tenant(TENANT), "graph:roleAssignments", "",
        "{\"id\": \"1\", \"principalId\": \"p\", \"roleDefinitionId\": \"r\", \"appScopeId\": \"/AccessPackageCatalog/x\"}")));
    assertThat(built.build().all(DirectoryRoleAssignment.class)).isEmpty();
  }

  @Test
  void rulesOfASecurityGroupStandInTheOrderOfTheirPriority() {
    NetworkSecurityGroup group = arm("microsoft.network/networksecuritygroups", """
        {"id": "%s/providers/Microsoft.Network/networkSecurityGroups/n", "properties": {
         "defaultSecurityRules": [{"name": "DenyAll", "properties": {"priority": 65500, "direction": "Inbound", "access": "Deny", "protocol": "*",
           "sourceAddressPrefix": "*", "destinationPortRange": "*"}}],
         "securityRules": [{"name": "b", "properties": {"priority": 200, "direction": "Inbound", "access": "Allow", "protocol": "TCP",
           "sourceAddressPrefixes": ["10.0.0.0/8", "Internet"], "destinationPortRanges": ["22", "8000-8080"]}},
          {"name": "a", "properties": {"priority": 100, "direction": "Inbound", "access": "Deny", "protocol": "*", "destinationPortRange": "22"}}]}}
        """.formatted(RG)).build().all(NetworkSecurityGroup.class).getFirst();
    assertThat(group.rules()).extracting(NetworkSecurityGroup.SecurityRule::name).containsExactly("a", "b", "DenyAll");
    assertThat(group.rules().get(1).sources()).containsExactly("10.0.0.0/8", "Internet");
    assertThat(group.rules().get(1).protocol()).isEqualTo("tcp");
    assertThat(group.rules().getLast().pointer()).isEqualTo("/properties/defaultSecurityRules/0");
  }

  private static Optional<ArmId> parent(Inventory inventory, String child) {
    return inventory.find(ScopeParent.class, new ArmId(child)).map(ScopeParent::parent);
  }

  private static InventoryBuilder arm(String type, String items) {
    return PARSERS.parse(List.of(document(Scope.tenant(TENANT), "arm:" + type, "", items)));
  }

  private static Document document(Scope scope, String operation, String subject, String items) {
    try {
      return new Document(Operation.parse(operation), scope, "global", subject, new TreeMap<>(),
          new ObjectMapper().readTree("{\"value\": [" + items + "]}"), SnapshotId.IN_MEMORY, "test");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void whatSaysNothingTakesKeysFromAnywhere() {
    KeyedService plain = arm("microsoft.cache/redis", "{\"id\": \"%s/providers/Microsoft.Cache/redis/hot\"}".formatted(RG)).build().all(KeyedService.class).getFirst();
    assertThat(plain.keys()).isTrue();
    assertThat(plain.network().restricted()).isFalse();
  }

  @Test
  void networksAreReadInEverySpelling() {
    assertThat(network("\"networkAcls\": {\"defaultAction\": \"Deny\", \"ipRules\": [{\"value\": \"203.0.113.0/24\"}]}").addresses()).containsExactly("203.0.113.0/24");
    assertThat(network("\"networkAcls\": {\"ipRules\": [{\"value\": \"203.0.113.0/24\"}]}").restricted()).as("its default is to allow").isFalse();
    assertThat(network("\"ipRules\": [{\"ipAddressOrRange\": \"203.0.113.7\"}]").restricted()).isTrue();
    assertThat(network("\"isVirtualNetworkFilterEnabled\": true").restricted()).isTrue();
    assertThat(network("\"networkProfile\": {\"accountAccess\": {\"defaultAction\": \"Deny\"}}").restricted()).isTrue();
    assertThat(network("\"publicNetworkAccess\": \"Disabled\"").restricted()).isTrue();
    assertThat(network("\"ipRules\": []").restricted()).isFalse();
  }

  private static NetworkAccess network(String properties) {
    return arm("microsoft.documentdb/databaseaccounts", "{\"id\": \"%s/providers/Microsoft.DocumentDB/databaseAccounts/d\", \"properties\": {%s}}".formatted(RG, properties))
        .build().all(KeyedService.class).getFirst().network();
  }

  @Test
  void whatLacksItsPartsIsLeftOutAndTold() {
    InventoryBuilder inventory = arm("microsoft.automation/automationaccounts/hybridrunbookworkergroups/hybridrunbookworkers",
        "{\"id\": \"%s/providers/Microsoft.Automation/automationAccounts/a/hybridRunbookWorkerGroups/g/hybridRunbookWorkers/w\"}".formatted(RG));
    assertThat(inventory.malformed()).hasSize(1);
    assertThat(inventory.build().all(HybridWorker.class)).isEmpty();
  }

  @Test
  void onlyARuleFromZeroLetsAnyoneIn() {
    Inventory inventory = arm("microsoft.sql/servers/firewallrules", """
        {"id": "%1$s/providers/Microsoft.Sql/servers/s/firewallRules/azure", "properties": {"startIpAddress": "0.0.0.0", "endIpAddress": "0.0.0.0"}},
        {"id": "%1$s/providers/Microsoft.Sql/servers/s/firewallRules/all", "properties": {"startIpAddress": "0.0.0.0", "endIpAddress": "255.255.255.255"}},
        {"id": "%1$s/providers/Microsoft.Sql/servers/s/firewallRules/half", "properties": {"startIpAddress": "0.0.0.0", "endIpAddress": "127.255.255.255"}},
        {"id": "%1$s/providers/Microsoft.Sql/servers/s/firewallRules/office", "properties": {"startIpAddress": "203.0.113.1", "endIpAddress": "203.0.113.9"}}
        """.formatted(RG)).build();
    assertThat(inventory.all(DatabaseFirewallRule.class).stream().filter(DatabaseFirewallRule::letsAnyoneIn).map(DatabaseFirewallRule::name)).containsExactly("all", "azure");
  }

  @Test
  void addressesAreReadHoweverAServiceSpellsThem() {
    Inventory hub = arm("microsoft.eventhub/namespaces/networkrulesets", """
        {"id": "%1$s/providers/Microsoft.EventHub/namespaces/n/networkRuleSets/default", "properties": {"defaultAction": "Deny",
         "ipRules": [{"ipMask": "203.0.113.0/24", "action": "Allow"}], "virtualNetworkRules": [{"subnet": {"id": "%1$s/providers/Microsoft.Network/virtualNetworks/v/subnets/s"}}]}}
        """.formatted(RG)).build();
    ServiceNetworkRules rules = hub.all(ServiceNetworkRules.class).getFirst();
    assertThat(rules.service().name()).isEqualTo("n");
    assertThat(rules.network().restricted()).isTrue();
    assertThat(rules.network().addresses()).containsExactly("203.0.113.0/24");
    assertThat(rules.network().subnets()).extracting(ArmId::name).containsExactly("s");
    Inventory cosmos = arm("microsoft.documentdb/databaseaccounts", """
        {"id": "%1$s/providers/Microsoft.DocumentDB/databaseAccounts/old", "properties": {"ipRangeFilter": "203.0.113.0/24, 198.51.100.7"}},
        {"id": "%1$s/providers/Microsoft.DocumentDB/databaseAccounts/open", "properties": {"ipRangeFilter": ""}}
        """.formatted(RG)).build();
    assertThat(cosmos.all(KeyedService.class)).extracting(service -> service.network().addresses()).containsExactly(List.of("203.0.113.0/24", "198.51.100.7"), List.of());
    assertThat(cosmos.all(KeyedService.class)).extracting(service -> service.network().restricted()).containsExactly(true, false);
  }
}
