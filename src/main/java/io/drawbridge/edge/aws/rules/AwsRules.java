package io.drawbridge.edge.aws.rules;

import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.NodeRule;
import io.drawbridge.edge.aws.AwsNodes;
import io.drawbridge.edge.aws.compute.ComputeRules;
import io.drawbridge.edge.aws.container.ContainerRules;
import io.drawbridge.edge.aws.data.DataRules;
import io.drawbridge.edge.aws.door.DoorRules;
import io.drawbridge.edge.aws.iam.IamRules;
import io.drawbridge.edge.aws.organization.OrganizationRules;
import io.drawbridge.edge.aws.trust.TrustRules;
import java.util.List;
import java.util.stream.Stream;

/** Every rule that AWS documents alone are enough for. */
public final class AwsRules {

  public static final List<NodeRule> NODES = List.of(new AwsNodes());

  public static final List<EdgeRule> EDGES =
      Stream.of(IamRules.ALL, ComputeRules.ALL, ContainerRules.ALL, DataRules.ALL, DoorRules.ALL, TrustRules.ALL, OrganizationRules.ALL).flatMap(List::stream).toList();

  private AwsRules() {}
}
