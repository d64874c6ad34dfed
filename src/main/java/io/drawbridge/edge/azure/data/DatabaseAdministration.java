package io.drawbridge.edge.azure.data;

import static io.drawbridge.graph.Likelihood.LIKELY;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.azure.DatabaseFirewallRule;
import io.drawbridge.inventory.azure.DatabaseServer;
import io.drawbridge.inventory.azure.NetworkAccess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Ways to read databases as their server's administrator, whom the control plane names.
 *
 * <p>A firewall that lets in nobody is the default, so a server asks for a network unless a rule lets in anyone or all of Azure. Sources:
 * Azure SQL, "Microsoft Entra authentication", "Microsoft Entra-only authentication" (then no password signs in), "IP firewall rules"; Azure
 * Database for PostgreSQL and for MySQL, "Microsoft Entra authentication". <b>Not modelled:</b> users inside databases; exports and restored
 * copies, which are {@link StoreCopies}; roles of Synapse Studio, which no resource of Azure names, and so who publishes its pipelines. A workspace
 * of Synapse is asked for what its dedicated pools hold: its administrator reads them and is not the workspace's identity.
 */
public final class DatabaseAdministration {

  private static final String NAMED = "T1098";
  private static final String FEW = "let only the owner of the data name administrators";

  public static final List<Ways> TABLE = table();

  private DatabaseAdministration() {}

  private static List<Ways> table() {
    List<Ways> table = new ArrayList<>();
    table.addAll(ways("sql-servers", "Microsoft.Sql/servers", "sql"));
    table.addAll(ways("sql-managed-instances", "Microsoft.Sql/managedInstances", "sql-instance"));
    table.addAll(ways("postgresql-servers", "Microsoft.DBforPostgreSQL/flexibleServers", "postgresql"));
    table.addAll(ways("synapse-workspaces", "Microsoft.Synapse/workspaces", "synapse"));
    table.addAll(ways("mysql-servers", "Microsoft.DBforMySQL/flexibleServers", "mysql"));
    return List.copyOf(table);
  }

  private static List<Ways> ways(String set, String type, String name) {
    String lower = ResourceId.lowerCase(type);
    List<String> types = List.of(lower, lower + "/firewallrules");
    Predicate<DatabaseServer> of = server -> server.type().equals(lower);
    return List.of(
        Ways.to(set + "-by-administrator", EdgeKind.CAN_READ_DATA, types, (estate, sink) -> targets(estate, of, true),
            Way.by("azure-" + name + "-administrator-write", "names itself the server's Entra administrator", NAMED, FEW, LIKELY, type + "/administrators/write")),
        Ways.to(set + "-by-password", EdgeKind.CAN_READ_DATA, types, (estate, sink) -> targets(estate, of.and(DatabaseServer::passwords), true),
            Way.by("azure-" + name + "-password-reset", "resets the administrator's password", NAMED, "allow Entra authentication only", LIKELY, type + "/write")),
        Ways.to(set + "-to-open-by-password", EdgeKind.CAN_READ_DATA, types, (estate, sink) -> targets(estate, of.and(DatabaseServer::passwords), false),
            Way.by("azure-" + name + "-password-reopened", "lets its own network in and resets the administrator's password", "T1562.007",
                "require private access by policy", LIKELY, type + "/write", type + "/firewallRules/write")),
        Ways.to(set + "-to-open", EdgeKind.CAN_READ_DATA, types, (estate, sink) -> targets(estate, of, false),
            Way.by("azure-" + name + "-reopened", "lets its own network in and names itself administrator", "T1562.007", "require private access by policy", LIKELY,
                type + "/write", type + "/firewallRules/write", type + "/administrators/write")));
  }

  private static List<Target> targets(Estate estate, Predicate<DatabaseServer> fits, boolean behindNetwork) {
    DatabaseContents contents = DatabaseContents.of(estate);
    return estate.inventory().all(DatabaseServer.class).stream().filter(fits).flatMap(server -> contents.read(server).stream()
        .map(read -> Target.of(server.id(), read.id(), Observed.fact(read, "/id", read.name())))
        .map(target -> behindNetwork ? target.behind(server, network(estate, server)) : target)).toList();
  }

  /** From where a server answers, its firewall's rules counted in. */
  static NetworkAccess network(Estate estate, DatabaseServer server) {
    boolean open = !server.network().publicDisabled() && OpenServers.of(estate).servers.contains(server.id());
    return open ? new NetworkAccess(false, false, List.of(), List.of()) : server.network();
  }

  /** Servers whose firewall lets in anyone. */
  private static final class OpenServers {
    private final Set<ArmId> servers = new HashSet<>();

    private OpenServers(Estate estate) {
      estate.inventory().all(DatabaseFirewallRule.class).stream().filter(DatabaseFirewallRule::letsAnyoneIn).forEach(rule -> servers.add(rule.server()));
    }

    static OpenServers of(Estate estate) {
      return estate.view(OpenServers.class, OpenServers::new);
    }
  }
}
