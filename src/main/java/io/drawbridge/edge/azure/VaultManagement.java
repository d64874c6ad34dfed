package io.drawbridge.edge.azure;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
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
final class VaultManagement implements EdgeRule {

  private static final Capability WRITE_VAULT = Capability.of("write-vaults", "azure-vault-write", EdgeKind.CAN_READ_SECRET,
      "Microsoft.KeyVault/vaults/write", Likelihood.LIKELY);
  private static final Capability WRITE_POLICIES = Capability.of("write-vault-policies", "azure-vault-policy-write", EdgeKind.CAN_READ_SECRET,
      "Microsoft.KeyVault/vaults/accessPolicies/write", Likelihood.LIKELY);

  @Override
  public List<Operation> reads() {
    List<Operation> reads = new ArrayList<>(AzureAuthorization.READS);
    reads.add(VaultContents.VAULTS);
    return reads;
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
    Locks.of(estate).draw(derivation, WRITE_VAULT, open);
    Locks.of(estate).draw(derivation, WRITE_POLICIES, asking);
  }
}
