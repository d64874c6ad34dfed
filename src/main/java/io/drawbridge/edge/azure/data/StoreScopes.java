package io.drawbridge.edge.azure.data;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.azure.ArmTypes;
import java.util.Map;
import java.util.Optional;

/**
 * Where the data of a store is asked for that holds it in scopes of its own.
 *
 * <p>Secrets, containers, queues and event hubs are scopes below their store, so that a deny assignment on the store that does not apply to
 * child scopes forbids none of their data. Sources: Azure Key Vault, "Provide access to Key Vault keys, certificates, and secrets with Azure
 * role-based access control"; Azure Storage, "Assign an Azure role for access to blob data"; Service Bus and Event Hubs, "Authenticate and authorize
 * an application with Microsoft Entra ID" (resource scope); Azure RBAC, "Understand Azure deny assignments" (DoNotApplyToChildScopes).
 */
public final class StoreScopes {

  /** Something in a store, of which nothing of its own is known, by the store's type. */
  private static final Map<String, String> INSIDE =
      Map.of("microsoft.keyvault/vaults", "/secrets/any",
          "microsoft.storage/storageaccounts", "/blobServices/default/containers/any",
          "microsoft.servicebus/namespaces", "/queues/any",
          "microsoft.eventhub/namespaces", "/eventhubs/any");

  private StoreScopes() {}

  /** Inside a store that holds its data in scopes of its own; any other scope itself. */
  public static ArmId inside(ArmId scope) {
    return Optional.ofNullable(INSIDE.get(ArmTypes.of(scope))).map(below -> new ArmId(scope.text() + below)).orElse(scope);
  }
}
