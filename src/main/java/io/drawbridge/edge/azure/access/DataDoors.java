package io.drawbridge.edge.azure.access;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.CoverageGap;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.Ruling;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Reach;
import io.drawbridge.edge.azure.Readings;
import io.drawbridge.edge.azure.data.VaultAccessPolicy;
import io.drawbridge.edge.azure.data.VaultContents;
import io.drawbridge.inventory.Resource;
import io.drawbridge.inventory.azure.NetworkAccess;
import io.drawbridge.inventory.azure.StorageAccount;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.inventory.azure.Vault.AccessPolicy;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands before the data of a vault or a storage account beside roles: its network rules, and in a vault of that model its access
 * policies in the place of roles.
 *
 * <p>Source: Azure Key Vault, "Assign a Key Vault access policy"; the permissions of policies have the names of the data actions but for
 * reading metadata (list), reading keys (get), and wrapping.
 */
final class DataDoors {

  private static final String VAULTS = "/providers/microsoft.keyvault/vaults/";
  private static final Map<String, String> PERMISSIONS =
      Map.of("getsecret", "get", "setsecret", "set", "readmetadata", "list", "read", "get", "wrap", "wrapkey", "unwrap", "unwrapkey");
  private static final String PREFIX = "Microsoft.KeyVault/vaults/";
  private static final Map<String, String> SECRET_ACTIONS =
      Map.of("get", "getSecret/action", "set", "setSecret/action", "list", "readMetadata/action", "delete", "delete");
  private static final Map<String, String> OTHER_ACTIONS =
      Map.of("get", "read", "list", "read", "delete", "delete", "wrapkey", "wrap/action", "unwrapkey", "unwrap/action");
  private static final int KIND = 2;
  private static final int OPERATION = 3;

  private final Estate estate;
  private final Map<ArmId, Vault> vaults = new HashMap<>();
  private final Map<ArmId, StorageAccount> accounts = new HashMap<>();

  private DataDoors(Estate estate) {
    this.estate = estate;
    estate.inventory().all(Vault.class).forEach(vault -> vaults.put(vault.id(), vault));
    estate.inventory().all(StorageAccount.class).forEach(account -> accounts.put(account.id(), account));
  }

  static DataDoors of(Estate estate) {
    return estate.view(DataDoors.class, DataDoors::new);
  }

  /** The vault that a scope is or lies in, when access policies open it to an action on its data. */
  Optional<Vault> openedByPolicies(ArmId scope, String action) {
    boolean ofVault = ResourceId.lowerCase(action).startsWith(ResourceId.lowerCase(PREFIX));
    return enclosing(scope, vaults).filter(vault -> ofVault && !vault.rbac());
  }

  /** What is not known of a vault that was not read: whether roles open it at all. */
  Optional<CoverageGap> unknown(ArmId scope, boolean dataAction) {
    boolean unseen = dataAction && scope.text().contains(VAULTS) && enclosing(scope, vaults).isEmpty();
    return unseen ? Optional.of(Gaps.of(estate, Readings.home(scope), VaultContents.VAULTS, scope.text(),
        "whether roles or access policies open this vault is not known")) : Optional.empty();
  }

  /** A ruling under what the store asks of the network. */
  Ruling behind(ArmId scope, boolean dataAction, Ruling ruling) {
    if (!dataAction || !ruling.possible()) {
      return ruling;
    }
    return enclosing(scope, vaults).map(vault -> behind(vault, vault.network(), ruling))
        .or(() -> enclosing(scope, accounts).map(account -> behind(account, account.network(), ruling))).orElse(ruling);
  }

  /** Whom a vault's policies let do an action on its content. */
  SortedMap<EntraId, Ruling> allowed(Vault vault, String action) {
    SortedMap<EntraId, Ruling> allowed = new TreeMap<>();
    for (AccessPolicy policy : vault.accessPolicies()) {
      EntraId principal = VaultAccessPolicy.principal(estate, vault, policy);
      if (VaultAccessPolicy.isInForce(vault, policy) && Directory.of(estate).canAct(principal) && permits(policy, action)) {
        allowed.putIfAbsent(principal, behind(vault, vault.network(), new Ruling(new Decision.Allowed(List.of()), VaultAccessPolicy.proof(vault, policy))));
      }
    }
    return allowed;
  }

  /** What a policy lets its principal do, as data actions. */
  static List<String> actions(AccessPolicy policy) {
    List<String> actions = new ArrayList<>();
    actions(actions, "secrets", policy.secrets());
    actions(actions, "keys", policy.keys());
    actions(actions, "certificates", policy.certificates());
    return actions;
  }

  private static void actions(List<String> actions, String kind, List<String> given) {
    if (given.contains("all")) {
      actions.add(PREFIX + kind + "/*");
      return;
    }
    Map<String, String> names = kind.equals("secrets") ? SECRET_ACTIONS : OTHER_ACTIONS;
    given.forEach(permission -> actions.add(PREFIX + kind + "/" + names.getOrDefault(permission, permission + "/action")));
  }

  private static Ruling behind(Resource store, NetworkAccess network, Ruling ruling) {
    return new Ruling(Deciding.and(ruling.decision(), Reach.of(network)), ruling.proof().and(Reach.proof(store, network)));
  }

  private static boolean permits(AccessPolicy policy, String action) {
    String[] parts = ResourceId.lowerCase(action).split("/", -1);
    if (parts.length <= OPERATION) {
      return false;
    }
    List<String> given = switch (parts[KIND]) {
      case "secrets" -> policy.secrets();
      case "keys" -> policy.keys();
      case "certificates" -> policy.certificates();
      default -> List.of();
    };
    return given.contains("all") || given.contains(PERMISSIONS.getOrDefault(parts[OPERATION], parts[OPERATION]));
  }

  private static <T> Optional<T> enclosing(ArmId scope, Map<ArmId, T> stores) {
    for (int end = scope.text().length(); end > 0; end = scope.text().lastIndexOf('/', end - 1)) {
      T store = stores.get(new ArmId(scope.text().substring(0, end)));
      if (store != null) {
        return Optional.of(store);
      }
    }
    return Optional.empty();
  }
}
