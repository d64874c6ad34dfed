package io.drawbridge.edge.azure.data;

import static io.drawbridge.graph.Likelihood.EASY;
import static io.drawbridge.graph.Likelihood.LIKELY;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.azure.Way;
import io.drawbridge.edge.azure.Ways;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.inventory.azure.StorageAccount;
import io.drawbridge.inventory.azure.StorageAccount.Namespace;
import java.util.List;
import java.util.Set;

/**
 * Ways to have a store copy itself to the caller, or to anyone.
 *
 * <p>Azure itself carries objects and databases over, so that the source's network rules are not asked; a container that is open to anyone is read
 * from where its account lets in. Sources: Azure Storage, "Object replication for block blobs" (needs versions on both sides and the change feed on
 * the source, which the blob service's settings switch on; no hierarchical namespace; general-purpose v2 or premium block blobs), "Configure
 * anonymous read access for containers and blobs"; Azure SQL Database, "Copy a transactionally consistent copy of a database", "Azure roles and
 * permissions". <b>Not modelled:</b> replicas of a failover group, which are copies by the same actions; restores of databases to a point in time
 * and of servers of PostgreSQL and MySQL, of which Azure does not document what they ask at the source; exports of databases, which ask for a
 * sign-in; policies of immutability, which keep data and hide none; allowing open containers on the account first, which takes the right to write it.
 */
public final class StoreCopies {

  private static final String STORAGE = "Microsoft.Storage/storageAccounts/";
  private static final String POLICY = STORAGE + "objectReplicationPolicies/write";
  private static final String SETTINGS = STORAGE + "blobServices/write";
  private static final String SQL = "Microsoft.Sql/servers/";
  private static final List<String> BLOBS = List.of("microsoft.storage/storageaccounts", "microsoft.storage/storageaccounts/blobservices/containers");
  private static final Set<String> REPLICATED = Set.of("storagev2", "blockblobstorage");

  public static final List<Ways> TABLE =
      List.of(
          Ways.to("accounts-that-replicate", EdgeKind.CAN_READ_DATA, BLOBS,
              (estate, sink) -> StorageTargets.of(estate).blobs(StoreCopies::replicates, false),
              Way.by("azure-storage-object-replication", "has the account replicate its blobs to one of its own", "T1537",
                  "leave objectReplicationPolicies/write out of roles that only operate accounts", LIKELY, POLICY, SETTINGS)
                  .andElsewhere(STORAGE + "write", POLICY, SETTINGS, STORAGE + "listKeys/action")),
          Ways.to("containers-to-open", EdgeKind.CAN_READ_DATA, BLOBS,
              (estate, sink) -> StorageTargets.of(estate).containers(StorageAccount::publicBlobs),
              Way.by("azure-container-opened", "opens the container to anyone", "T1562.007", "refuse anonymous access on the account", EASY,
                  STORAGE + "blobServices/containers/write")),
          Ways.to("databases-to-copy", EdgeKind.CAN_READ_DATA, List.of("microsoft.sql/servers/databases"), Ways.others("microsoft.sql/servers/databases"),
              Way.by("azure-sql-copy", "copies the database to a server of its own", "T1537", "let nobody write databases who only operates them", LIKELY,
                  SQL + "databases/read", SQL + "databases/write").andElsewhere(SQL + "write", SQL + "databases/write", SQL + "firewallRules/write")));

  private StoreCopies() {}

  private static boolean replicates(StorageAccount account) {
    return account.namespace() == Namespace.FLAT && REPLICATED.contains(ResourceId.lowerCase(account.kind()));
  }
}
