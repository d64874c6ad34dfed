package io.drawbridge.edge.network;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Technique;
import java.util.List;

/** From the internet to hosts in VPCs that packets arrive at, by themselves or by load balancers. */
final class AwsExposure implements EdgeRule {

  private static final Operation LOAD_BALANCERS = new Operation("elbv2", "describe-load-balancers");
  private static final Operation CLASSIC = new Operation("elb", "describe-load-balancers");

  @Override
  public List<Operation> reads() {
    return List.of(AwsExposureView.INSTANCES, AwsExposureView.SUBNETS, AwsExposureView.ROUTE_TABLES, AclUnseen.ACLS,
        AwsExposureView.SECURITY_GROUPS, AwsExposureView.FINDINGS,
        LOAD_BALANCERS, CLASSIC, AwsFronts.LISTENERS, AwsFronts.RULES, AwsFronts.TARGET_GROUPS, AwsFronts.TARGETS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ReachEdges.VULNERABILITY, ReachEdges.SERVICE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    Exposures exposures = AwsExposureView.of(estate).exposures();
    exposures.found().forEach(exposure -> ReachEdges.draw(exposure, sink));
    exposures.gaps().forEach(sink::gap);
  }
}
