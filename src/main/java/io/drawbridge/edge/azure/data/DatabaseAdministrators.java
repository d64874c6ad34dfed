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
import io.drawbridge.inventory.azure.CosmosRoleDefinition;
import io.drawbridge.inventory.azure.DatabaseAdministrator;
import io.drawbridge.inventory.azure.DatabaseServer;
import io.drawbridge.inventory.azure.KeyedService;
import io.drawbridge.inventory.azure.NetworkAccess;
import io.drawbridge.inventory.azure.OtherAzureResource;
import io.drawbridge.policy.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who reads databases by what the databases themselves say: Entra administrators of servers, and holders of Cosmos DB's own roles.
 *
 * <p>Deny assignments do not reach them. What a definition of Cosmos DB allows is evaluated; without its definition, only the two built-in roles
 * are known, which both read. Sources: Azure SQL, "Microsoft Entra authentication"; Azure Cosmos DB, "Use data plane role-based access control"
 * (definitions of actions on data; roles on the account, a database or a container). <b>Not modelled:</b> rewriting a definition that one
 * holds; users inside databases.
 */
public final class DatabaseAdministrators implements EdgeRule {

  static final Technique ADMINISTRATOR = new Technique("azure-database-administrator", "signs in as the server's Entra administrator", "T1078.004",
      "name a group with few members as the administrator");
  static final Technique DATA_ROLE = new Technique("azure-cosmos-data-role", "reads with a role of Cosmos DB's own", "T1530", "remove the data role assignment");
  static final Technique CONTENTS = new Technique("azure-database-contents", "reads the server's database", "T1530", "");

  private static final Set<String> READING =
      Set.of("00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002");
  private static final String CONTAINERS = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/";
  private static final List<String> READS = List.of(CONTAINERS + "items/read", CONTAINERS + "executeQuery", CONTAINERS + "readChangeFeed");
  private static final Operation DEFINITIONS = new Operation("arm", "microsoft.documentdb/databaseaccounts/sqlroledefinitions");
  private static final Operation DATABASES = new Operation("arm", "microsoft.documentdb/databaseaccounts/sqldatabases");

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("arm", "microsoft.sql/servers"), new Operation("arm", "microsoft.sql/servers/administrators"),
        new Operation("arm", "microsoft.documentdb/databaseaccounts/sqlroleassignments"), DEFINITIONS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ADMINISTRATOR, DATA_ROLE, CONTENTS);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    DatabaseContents contents = DatabaseContents.of(estate);
    Map<ArmId, DatabaseServer> servers =
        estate.inventory().all(DatabaseServer.class).stream().collect(Collectors.toMap(DatabaseServer::id, Function.identity(), (one, other) -> one));
    for (DatabaseAdministrator administrator : estate.inventory().all(DatabaseAdministrator.class)) {
      DatabaseServer server = servers.get(administrator.server());
      if (server != null) {
        EntraId who = administrator.tenantId().isEmpty() ? AzureAuthorization.of(estate).principal(administrator.objectId(), server.id())
            : new EntraId(administrator.tenantId(), administrator.objectId());
        Proof grant = Observed.grant(administrator, "/properties", administrator.objectId());
        var door = new Door(server, DatabaseAdministration.network(estate, server));
        contents.read(server).forEach(read -> draw(estate, who, read, door, ADMINISTRATOR, grant, sink));
      }
    }
    estate.inventory().all(DatabaseServer.class).stream().filter(server -> contents.read(server).contains(server))
        .forEach(server -> contents.each(server.id(), (store, one) -> inside(store, one, sink)));
    estate.inventory().all(KeyedService.class).forEach(account -> contents.each(new ArmId(account.id().text()), (store, one) -> inside(store, one, sink)));
    dataRoles(estate, sink);
  }

  private static void inside(ArmId store, OtherAzureResource database, EdgeSink sink) {
    sink.edge(Edge.of(store, database.id(), EdgeKind.CAN_READ_DATA, CONTENTS.id(), Observed.fact(database, "/id", database.name()), Likelihood.CERTAIN.cost()));
  }

  private static void dataRoles(Estate estate, EdgeSink sink) {
    Map<ResourceId, KeyedService> accounts =
        estate.inventory().all(KeyedService.class).stream().collect(Collectors.toMap(KeyedService::id, Function.identity(), (one, other) -> one));
    Map<ArmId, CosmosRoleDefinition> definitions = new HashMap<>();
    estate.inventory().all(CosmosRoleDefinition.class).forEach(definition -> definitions.put(definition.id(), definition));
    for (CosmosDataRole role : estate.inventory().all(CosmosDataRole.class)) {
      KeyedService account = accounts.get(role.account());
      if (account != null) {
        var definition = new ArmId(role.account().text() + "/sqlroledefinitions/" + role.role());
        dataRole(estate, account, role, Optional.ofNullable(definitions.get(definition)), sink);
      }
    }
  }

  private static void dataRole(Estate estate, KeyedService account, CosmosDataRole role, Optional<CosmosRoleDefinition> definition, EdgeSink sink) {
    if (definition.isEmpty() && !READING.contains(role.role())) {
      sink.gap(Gaps.of(estate, Readings.home(account.id()), DEFINITIONS, role.role(), "what this role on data allows is not known"));
      return;
    }
    if (definition.isPresent() && READS.stream().noneMatch(definition.get()::covers)) {
      return;
    }
    Optional<Resource> read = role.place().equals(account.id()) ? Optional.of(account) : DatabaseContents.of(estate).find(listed(role.place()));
    if (read.isEmpty()) {
      sink.gap(Gaps.of(estate, Readings.home(account.id()), DATABASES, account.id().text(), "which database this role on data opens is not known"));
      return;
    }
    Proof grant = Observed.grant(role, "/properties/roleDefinitionId", role.role())
        .and(definition.map(each -> Observed.fact(each, "/properties/permissions", each.name())).orElse(Proof.of(List.of())));
    EntraId who = AzureAuthorization.of(estate).principal(role.principalId(), account.id());
    draw(estate, who, read.get(), new Door(account, account.network()), DATA_ROLE, grant, sink);
  }

  /** Assignments name a database by another path than its id. */
  private static ArmId listed(ArmId place) {
    return new ArmId(place.text().replace("/dbs/", "/sqldatabases/").replace("/colls/", "/containers/"));
  }

  /** What stands before a database: its server or account, which answers from some networks. */
  private record Door(Resource store, NetworkAccess network) {}

  private static void draw(Estate estate, EntraId who, Resource read, Door door, Technique technique, Proof grant, EdgeSink sink) {
    if (Directory.of(estate).canAct(who)) {
      Edge plain = Edge.of(who, read.id(), EdgeKind.CAN_READ_DATA, technique.id(), grant.and(Reach.proof(door.store, door.network)), Likelihood.EASY.cost());
      DecisionEdges.of(plain, Deciding.and(new Decision.Allowed(List.of()), Reach.of(door.network)), who).forEach(sink::edge);
    }
  }
}
