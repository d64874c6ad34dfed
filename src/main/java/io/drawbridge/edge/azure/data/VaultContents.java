package io.drawbridge.edge.azure.data;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Denials;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.inventory.azure.VaultSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which secrets lie in which vault, and which of them answer for themselves.
 *
 * <p>Data is asked for inside the vault, never at it ({@link StoreScopes}).
 */
public final class VaultContents {

  public static final Operation VAULTS = new Operation("arm", "microsoft.keyvault/vaults");
  static final Operation SECRETS = new Operation("arm", "microsoft.keyvault/vaults/secrets");
  public static final String GET_SECRET = "Microsoft.KeyVault/vaults/secrets/getSecret/action";

  private final Map<ArmId, Vault> vaults;
  private final List<VaultSecret> secrets;
  private final Denials denials;

  private VaultContents(Estate estate) {
    vaults = estate.inventory().all(Vault.class).stream().collect(Collectors.toMap(Vault::id, Function.identity()));
    secrets = estate.inventory().all(VaultSecret.class).stream().filter(VaultSecret::enabled).toList();
    denials = new Denials(estate, List.of(GET_SECRET), true);
  }

  static VaultContents of(Estate estate) {
    return estate.view(VaultContents.class, VaultContents::new);
  }

  /** Secrets that can be read at all: one that is switched off cannot. */
  List<VaultSecret> secrets() {
    return secrets;
  }

  Optional<Vault> vault(VaultSecret secret) {
    String text = secret.id().text();
    int end = text.lastIndexOf("/secrets/");
    return end < 0 ? Optional.empty() : Optional.ofNullable(vaults.get(new ArmId(text.substring(0, end))));
  }

  /** True when a deny assignment tells the secret from its vault, so that reading the one need not mean reading the other. */
  boolean standsAlone(VaultSecret secret) {
    return vault(secret).filter(vault -> denials.tellApart(StoreScopes.inside(vault.id()), secret.id())).isPresent();
  }
}
