package io.drawbridge.edge.network;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Technique;
import java.util.List;

/** From the internet to what its packets arrive at in Azure. */
final class AzureExposure implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(AzureExposureView.MACHINES, AzureExposureView.INTERFACES, AzureExposureView.ADDRESSES, AzureExposureView.GROUPS,
        AzureExposureView.NETWORKS, AzureExposureView.ROUTE_TABLES, AzureExposureView.SCALE_SETS, AzureExposureView.BALANCERS,
        AzureExposureView.GATEWAYS, AzureExposureView.FINDINGS, AzureServices.SITES, AzureServices.CONFIGURATIONS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ReachEdges.VULNERABILITY, ReachEdges.SERVICE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Exposures exposures = AzureExposureView.of(estate).exposures();
    exposures.found().forEach(exposure -> ReachEdges.draw(exposure, sink));
    exposures.gaps().forEach(sink::gap);
  }
}
