package io.drawbridge.edge.network;

import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.edge.aws.compute.InstanceConnect;
import java.util.List;

/** Every rule about the reach of packets. */
public final class NetworkRules {

  public static final List<NodeRule> NODES = List.of(new InternetNode(), new VulnerabilityFacts());

  public static final List<EdgeRule> EDGES = List.of(new AwsExposure(), new AwsReach(), new AzureExposure(), new AzureReach(), new CloudReach(),
      new CloudAllowLists(), new AzurePublicBlobs(),
      new InstanceConnect(AwsExposureView::openForSsh));

  private NetworkRules() {}
}
