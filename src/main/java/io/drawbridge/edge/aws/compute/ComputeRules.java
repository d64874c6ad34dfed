package io.drawbridge.edge.aws.compute;

import io.drawbridge.edge.EdgeRule;
import java.util.List;
import java.util.stream.Stream;

/** What runs under which role, new compute under a role that is passed, and code on compute that is there. */
public final class ComputeRules {

  public static final List<EdgeRule> ALL =
      Stream.<List<? extends EdgeRule>>of(PassRoleToInstances.ALL, PassRoleToContainers.ALL, PassRoleToFunctions.ALL, PassRoleToBuilds.ALL, PassRoleToAnalytics.ALL,
              PassRoleToAnchors.ALL, FunctionCode.ALL, ServiceCode.ALL, SessionCode.ALL, ManagedNodeControl.ALL, InstanceControl.ALL,
              WorkloadRole.ALL,
              List.of(new InstanceRole(), new ScalingGroupRole(), new TemplateRoles(), new Deployments(),
                  new StackSetRoles(), new ManagedNodeRole(), new FunctionRole(), new FunctionOpening(), new BatchJobs(),
                  new ArtefactCode()))
          .<EdgeRule>flatMap(List::stream)
          .toList();

  private ComputeRules() {}
}
