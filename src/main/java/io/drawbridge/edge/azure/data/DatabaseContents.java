package io.drawbridge.edge.azure.data;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.DatabaseServer;
import io.drawbridge.inventory.azure.OtherAzureResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What lies in database servers and accounts, and what their administrators read. */
final class DatabaseContents {

  private static final String SYNAPSE = "microsoft.synapse/workspaces";
  private static final Map<String, String> PARTS =
      Map.of("microsoft.sql/servers/databases", "/databases/", "microsoft.sql/managedinstances/databases", "/databases/",
          "microsoft.synapse/workspaces/sqlpools", "/sqlpools/", "microsoft.documentdb/databaseaccounts/sqldatabases", "/sqldatabases/",
          "microsoft.documentdb/databaseaccounts/sqldatabases/containers", "/containers/");

  private final Map<ArmId, List<OtherAzureResource>> inside = new HashMap<>();
  private final Map<ArmId, OtherAzureResource> byId = new HashMap<>();

  private DatabaseContents(Estate estate) {
    for (OtherAzureResource other : estate.inventory().all(OtherAzureResource.class)) {
      String part = PARTS.get(other.type());
      if (part != null) {
        byId.put(other.id(), other);
        ArmTypes.above(other.id(), part).ifPresent(above -> inside.computeIfAbsent(above, none -> new ArrayList<>()).add(other));
      }
    }
  }

  static DatabaseContents of(Estate estate) {
    return estate.view(DatabaseContents.class, DatabaseContents::new);
  }

  /** What a server's administrator reads: the server as a whole, of a workspace of Synapse its pools. */
  List<? extends Resource> read(DatabaseServer server) {
    return server.type().equals(SYNAPSE) ? inside.getOrDefault(server.id(), List.of()) : List.of(server);
  }

  /** Each database or container of some store, in order. */
  void each(ArmId store, BiConsumer<ArmId, OtherAzureResource> what) {
    for (OtherAzureResource one : inside.getOrDefault(store, List.of())) {
      what.accept(store, one);
      each(one.id(), what);
    }
  }

  /** A database or container that was listed. */
  Optional<Resource> find(ArmId database) {
    return Optional.ofNullable(byId.get(database));
  }
}
