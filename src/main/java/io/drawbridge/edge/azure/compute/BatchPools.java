package io.drawbridge.edge.azure.compute;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.azure.ArmTypes;
import io.drawbridge.edge.azure.Observed;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.azure.OtherAzureResource;
import java.util.List;

/** Who submits tasks to a batch account runs code on the nodes of its pools, under the pools' identities. Source: Batch, "Nodes and pools". */
public final class BatchPools implements EdgeRule {

  static final Technique TECHNIQUE = new Technique("azure-batch-pools", "submits a task to the account's pool", "T1648", "give pools that others submit to no identity");

  private static final String POOLS = "microsoft.batch/batchaccounts/pools";

  @Override
  public List<Operation> reads() {
    return List.of(new Operation("arm", POOLS));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (OtherAzureResource pool : estate.inventory().all(OtherAzureResource.class)) {
      if (pool.type().equals(POOLS)) {
        ArmTypes.above(pool.id(), "/pools/").ifPresent(account -> sink.edge(Edge.of(account, pool.id(), EdgeKind.CAN_RUN_CODE, TECHNIQUE.id(),
            Observed.fact(pool, "/id", pool.name()), Likelihood.CERTAIN.cost())));
      }
    }
  }
}
