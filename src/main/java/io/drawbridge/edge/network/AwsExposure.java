package io.drawbridge.edge.network;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import java.util.List;

/** From the internet to EC2 instances that packets arrive at. */
final class AwsExposure implements EdgeRule {

  @Override
  public List<Operation> reads() {
    return List.of(AwsExposureView.INSTANCES, AwsExposureView.SUBNETS, AwsExposureView.ROUTE_TABLES, AwsExposureView.ACLS,
        AwsExposureView.SECURITY_GROUPS, AwsExposureView.FINDINGS);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Exposures exposures = AwsExposureView.of(estate).exposures();
    exposures.found().forEach(exposure -> ReachEdges.draw(exposure, sink));
    exposures.gaps().forEach(sink::gap);
  }
}
