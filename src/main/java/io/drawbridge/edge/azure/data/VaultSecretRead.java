package io.drawbridge.edge.azure.data;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Capability;
import io.drawbridge.edge.azure.CapabilityDerivation;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.inventory.azure.VaultSecret;
import java.util.ArrayList;
import java.util.List;

/**
 * Who reads secrets of vaults whose permission model is roles.
 *
 * <p>A role on the vault or above reads all of it; one on a secret reads that secret. Source: Azure Key Vault, "Provide access to Key
 * Vault keys, certificates, and secrets with Azure role-based access control". <b>Not modelled:</b> signing and decrypting with keys.
 */
public final class VaultSecretRead implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-vault-secret-read", "reads the secret with a role on data", "T1555.006",
      "assign the role on the secrets that are needed, to who needs them");

  private static final Capability READ_SECRETS = Capability.ofData("read-secrets", TECHNIQUE.id(), EdgeKind.CAN_READ_SECRET,
      VaultContents.GET_SECRET, Likelihood.EASY);

  @Override
  public List<Operation> reads() {
    return AzureAuthorization.readsAnd(VaultContents.VAULTS, VaultContents.SECRETS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    VaultContents contents = VaultContents.of(estate);
    List<Target> targets = new ArrayList<>();
    for (Vault vault : estate.inventory().all(Vault.class)) {
      if (vault.rbac()) {
        targets.add(Target.of(StoreScopes.inside(vault.id()), vault.id(), Observed.fact(vault, "/properties/enableRbacAuthorization", "true"))
            .behind(vault, vault.network()));
      }
    }
    for (VaultSecret secret : contents.secrets()) {
      contents.vault(secret).filter(Vault::rbac).ifPresent(vault -> {
        Target target = Target.of(secret.id(), secret.id(), Observed.fact(secret, "/id", secret.name()))
            .behind(vault, vault.network());
        targets.add(contents.standsAlone(secret) ? target : target.coveredBy(vault.id()));
      });
    }
    new CapabilityDerivation(estate, sink).draw(READ_SECRETS, targets);
  }
}
