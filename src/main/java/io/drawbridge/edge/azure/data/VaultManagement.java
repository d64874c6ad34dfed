package io.drawbridge.edge.azure.data;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Capability;
import io.drawbridge.edge.azure.CapabilityDerivation;
import io.drawbridge.edge.azure.Locks;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.Vault;
import java.util.ArrayList;
import java.util.List;

/**
 * Who manages a vault in access-policy mode writes itself a policy and reads its secrets; in role mode it does not, as changing the
 * mode takes the right to write role assignments.
 *
 * <p>Writing the vault also opens its network; writing its policies alone does not. Source: Azure Key Vault, "Azure RBAC vs. access
 * policies", with the warning on the Key Vault Contributor role.
 */
public final class VaultManagement implements EdgeRule {

  static final Technique WRITE = new Technique("azure-vault-write", "writes itself an access policy and opens the vault's network", "T1098",
      "move the vault to roles");
  static final Technique POLICY_WRITE = new Technique("azure-vault-policy-write", "writes itself an access policy", "T1098", "move the vault to roles");

  private static final Capability WRITE_VAULT = Capability.of("write-vaults", WRITE.id(), EdgeKind.CAN_READ_SECRET,
      "Microsoft.KeyVault/vaults/write", Likelihood.LIKELY);
  private static final Capability WRITE_POLICIES = Capability.of("write-vault-policies", POLICY_WRITE.id(), EdgeKind.CAN_READ_SECRET,
      "Microsoft.KeyVault/vaults/accessPolicies/write", Likelihood.LIKELY);

  @Override
  public List<Operation> reads() {
    return AzureAuthorization.readsAnd(Locks.LOCKS, VaultContents.VAULTS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(WRITE, POLICY_WRITE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    List<Target> open = new ArrayList<>();
    List<Target> asking = new ArrayList<>();
    for (Vault vault : estate.inventory().all(Vault.class)) {
      if (!vault.rbac()) {
        Target target = Target.of(vault.id(), vault.id(), Observed.fact(vault, "/properties/enableRbacAuthorization", "false"));
        open.add(target);
        asking.add(target.behind(vault, vault.network()));
      }
    }
    var derivation = new CapabilityDerivation(estate, sink);
    derivation.draw(WRITE_VAULT, open);
    derivation.draw(WRITE_POLICIES, asking);
  }
}
