package io.drawbridge.edge.azure.data;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Reach;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.CosmosDataRole;
import io.drawbridge.inventory.azure.DatabaseAdministrator;
import io.drawbridge.inventory.azure.DatabaseServer;
import io.drawbridge.inventory.azure.KeyedService;
import io.drawbridge.inventory.azure.NetworkAccess;
import io.drawbridge.inventory.azure.OtherAzureResource;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who reads databases by what the databases themselves say: Entra administrators of servers, and holders of Cosmos DB's own roles.
 *
 * <p>Deny assignments do not reach them. Sources: Azure SQL, "Microsoft Entra authentication"; Azure Cosmos DB, "Use data plane
 * role-based access control" and its two built-in roles, which both read. <b>Not modelled:</b> Cosmos DB roles of one's own definition, and on
 * single databases and containers; users inside databases.
 */
public final class DatabaseAdministrators implements EdgeRule {

  static final Technique ADMINISTRATOR = new Technique("azure-database-administrator", "signs in as the server's Entra administrator", "T1078.004",
      "name a group with few members as the administrator");
  static final Technique DATA_ROLE = new Technique("azure-cosmos-data-role", "reads with a role of Cosmos DB's own", "T1530", "remove the data role assignment");
  static final Technique CONTENTS = new Technique("azure-database-contents", "reads the server's database", "T1530", "");

  private static final Set<String> READING =
      Set.of("00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002");
  private static final Set<String> DATABASES = Set.of("microsoft.sql/servers/databases", "microsoft.sql/managedinstances/databases");
  private static final Operation DEFINITIONS = new Operation("arm", "microsoft.documentdb/databaseaccounts/sqlroledefinitions");

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("arm", "microsoft.sql/servers"), new Operation("arm", "microsoft.sql/servers/administrators"),
        new Operation("arm", "microsoft.documentdb/databaseaccounts/sqlroleassignments"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ADMINISTRATOR, DATA_ROLE, CONTENTS);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Map<ArmId, DatabaseServer> servers =
        estate.inventory().all(DatabaseServer.class).stream().collect(Collectors.toMap(DatabaseServer::id, Function.identity(), (one, other) -> one));
    for (DatabaseAdministrator administrator : estate.inventory().all(DatabaseAdministrator.class)) {
      DatabaseServer server = servers.get(administrator.server());
      if (server != null) {
        EntraId who = administrator.tenantId().isEmpty() ? AzureAuthorization.of(estate).principal(administrator.objectId(), server.id())
            : new EntraId(administrator.tenantId(), administrator.objectId());
        draw(estate, who, server, DatabaseAdministration.network(estate, server), ADMINISTRATOR,
            Observed.grant(administrator, "/properties", administrator.objectId()), sink);
      }
    }
    estate.inventory().all(OtherAzureResource.class).stream().filter(other -> DATABASES.contains(other.type())).forEach(database ->
        contents(database, servers, sink));
    dataRoles(estate, sink);
  }

  private static void contents(OtherAzureResource database, Map<ArmId, DatabaseServer> servers, EdgeSink sink) {
    ArmTypes.above(database.id(), "/databases/").filter(servers::containsKey).ifPresent(server -> sink.edge(Edge.of(server, database.id(),
        EdgeKind.CAN_READ_DATA, CONTENTS.id(), Observed.fact(database, "/id", database.name()), Likelihood.CERTAIN.cost())));
  }

  private static void dataRoles(Estate estate, EdgeSink sink) {
    Map<ResourceId, KeyedService> accounts =
        estate.inventory().all(KeyedService.class).stream().collect(Collectors.toMap(KeyedService::id, Function.identity(), (one, other) -> one));
    for (CosmosDataRole role : estate.inventory().all(CosmosDataRole.class)) {
      KeyedService account = accounts.get(role.account());
      if (account == null || !role.place().equals(role.account())) {
        continue;
      }
      if (READING.contains(role.role())) {
        draw(estate, AzureAuthorization.of(estate).principal(role.principalId(), account.id()), account, account.network(), DATA_ROLE,
            Observed.grant(role, "/properties/roleDefinitionId", role.role()), sink);
      } else {
        sink.gap(Gaps.of(estate, Readings.home(account.id()), DEFINITIONS, role.role(), "what this role on data allows is not known"));
      }
    }
  }

  private static void draw(Estate estate, EntraId who, Resource store, NetworkAccess network, Technique technique, Proof grant, EdgeSink sink) {
    if (Directory.of(estate).canAct(who)) {
      Edge plain = Edge.of(who, store.id(), EdgeKind.CAN_READ_DATA, technique.id(), grant.and(Reach.proof(store, network)), Likelihood.EASY.cost());
      DecisionEdges.of(plain, Deciding.and(new Decision.Allowed(List.of()), Reach.of(network)), who).forEach(sink::edge);
    }
  }
}
