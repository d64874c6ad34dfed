package io.drawbridge.edge.azure.data;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import java.util.List;

/** Who reads all secrets of a vault reads each of them. */
public final class VaultHoldsSecrets implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(VaultContents.VAULTS, VaultContents.SECRETS);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    VaultContents contents = VaultContents.of(estate);
    contents.secrets().stream().filter(secret -> !contents.standsAlone(secret)).forEach(secret ->
        contents.vault(secret).ifPresent(vault -> sink.edge(Edge.of(vault.id(), secret.id(), EdgeKind.CAN_READ_SECRET, "azure-vault-contents",
            Observed.fact(secret, "/id", secret.name()), Likelihood.CERTAIN.cost()))));
  }
}
