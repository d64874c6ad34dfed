package io.drawbridge.edge.aws;

import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.NodeRule;
import java.util.List;
import java.util.stream.Stream;

/** Every rule that AWS documents alone are enough for. */
public final class AwsRules {

  public static final List<NodeRule> NODES = List.of(new AwsNodes());

  public static final List<EdgeRule> EDGES =
      Stream.concat(
              Stream.of(new RoleAssumption(), new SecretReads(), new ObjectReads(), new ParameterReads(), new SharedSnapshots(), new InstanceRole(), new ScalingGroupRole(), new TemplateRoles(), new ManagedNodeRole(), new FunctionRole(),
                  new BatchJobs(), new ArtefactCode(), new AccessKeyOwner(), new GroupMembership(), new SelfEscalation()),
              Stream.of(PassRoleTable.ALL, IamRules.ALL, OrganizationRules.ALL, DoorRules.ALL, PolicyRewrite.ALL, KeyOpening.ALL, SnapshotReads.ALL, StoreReads.ALL,
                      FunctionCode.ALL, ServiceCode.ALL, SessionCode.ALL, ManagedNodeControl.ALL, InstanceControl.ALL, WorkloadRole.ALL)
                  .flatMap(List::stream))
          .toList();

  private AwsRules() {}
}
