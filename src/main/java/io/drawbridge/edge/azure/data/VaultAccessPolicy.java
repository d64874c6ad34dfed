package io.drawbridge.edge.azure.data;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.DecisionEdges;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.AzureAuthorization;
import io.drawbridge.edge.azure.Deciding;
import io.drawbridge.edge.azure.Directory;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.edge.azure.Reach;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.Vault;
import io.drawbridge.inventory.azure.Vault.AccessPolicy;
import io.drawbridge.policy.Decision;
import java.util.List;

/**
 * Who reads secrets of vaults whose permission model is access policies.
 *
 * <p>Policies that were left behind in a vault that has gone over to roles open nothing, and deny assignments do not reach them.
 * Source: Azure Key Vault, "Assign a Key Vault access policy". <b>Not modelled:</b> policies for an application on behalf of a user.
 */
public final class VaultAccessPolicy implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-vault-access-policy", "reads the vault's secrets by an access policy", "T1555.006",
      "move the vault to roles, and grant them on single secrets");

  private static final List<String> READS_VALUES = List.of("get", "all");

  @Override
  public List<Operation> reads() {
    return List.of(VaultContents.VAULTS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (Vault vault : estate.inventory().all(Vault.class)) {
      if (!vault.rbac()) {
        vault.accessPolicies().stream().filter(policy -> opens(vault, policy)).forEach(policy -> draw(estate, vault, policy, sink));
      }
    }
  }

  private static boolean opens(Vault vault, AccessPolicy policy) {
    return isInForce(vault, policy) && policy.secrets().stream().anyMatch(READS_VALUES::contains);
  }

  /** True for a policy of a principal of the vault's tenant, by itself. */
  public static boolean isInForce(Vault vault, AccessPolicy policy) {
    boolean ofTenant = policy.tenantId().isEmpty() || vault.tenantId().isEmpty() || policy.tenantId().equals(vault.tenantId());
    return ofTenant && policy.applicationId().isEmpty();
  }

  public static EntraId principal(Estate estate, Vault vault, AccessPolicy policy) {
    return vault.tenantId().isEmpty() ? AzureAuthorization.of(estate).principal(policy.objectId(), vault.id()) : new EntraId(vault.tenantId(), policy.objectId());
  }

  public static Proof proof(Vault vault, AccessPolicy policy) {
    String excerpt = "{\"objectId\":\"" + policy.objectId() + "\",\"secrets\":" + policy.secrets() + "}";
    return Observed.grant(vault, "/properties/accessPolicies/" + policy.index(), excerpt);
  }

  private static void draw(Estate estate, Vault vault, AccessPolicy policy, EdgeSink sink) {
    EntraId principal = principal(estate, vault, policy);
    if (!Directory.of(estate).canAct(principal)) {
      return;
    }
    Edge plain = Edge.of(principal, vault.id(), EdgeKind.CAN_READ_SECRET, TECHNIQUE.id(),
        proof(vault, policy).and(Reach.proof(vault, vault.network())), Likelihood.EASY.cost());
    Decision decision = Deciding.and(new Decision.Allowed(List.of()), Reach.of(vault.network()));
    DecisionEdges.of(plain, decision, principal).forEach(sink::edge);
  }
}
