package io.drawbridge.edge.aws.compute;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A principal runs code on instances that are there, or that a group starts from what is there: one row for each way.
 *
 * <p>What the instance runs as is drawn by {@link InstanceRole} and {@link ScalingGroupRole}; here only who gets onto it.
 *
 * @param reads without which the instances, and what the way takes, are not known
 * @param finder what can be gained, and the requests that it takes
 */
record InstanceControl(Capability capability, List<Operation> reads, Finder finder) implements EdgeRule {

  static final List<InstanceControl> ALL =
      List.of(
          row("change-user-data", Likelihood.LIKELY, "ec2:describe-instances", InstanceTargets::byUserData,
              new Technique("ec2-002", "puts a script into the user data of an instance and starts it anew", "T1578",
                  "grant ec2:ModifyInstanceAttribute and ec2:StartInstances on the caller's own instances only")),
          row("open-serial-console", Likelihood.POSSIBLE, "ec2:describe-instances ec2:get-serial-console-access-status", InstanceTargets::bySerialConsole,
              new Technique("d-ec2-serial", "opens the serial console of an instance", "T1021", "turn the account's access to serial consoles off")),
          row("new-template-version", Likelihood.LIKELY, "autoscaling:describe-auto-scaling-groups ec2:describe-launch-templates", InstanceTargets::byTemplate,
              new Technique("ec2-005", "writes a script into the launch template that an Auto Scaling group starts instances from", "T1578",
                  "let groups start from a version that is fixed, and grant ec2:CreateLaunchTemplateVersion to the template's pipeline only")));

  InstanceControl {
    reads = List.copyOf(reads);
  }

  /** Finds the compute of an estate that a technique works on. */
  @FunctionalInterface
  interface Finder {
    List<Target> targets(Estate estate, ResourceContext context, EdgeSink sink);
  }

  private static InstanceControl row(String set, Likelihood likelihood, String operations, Finder finder, Technique technique) {
    return new InstanceControl(new Capability(set, EdgeKind.CAN_RUN_CODE, technique, likelihood), Stream.of(operations.split(" ", -1)).map(Operation::parse).toList(), finder);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    List<Target> targets = finder.targets(estate, new ResourceContext(authorization.mentions()), sink);
    new CapabilityDerivation(authorization, capability, targets, Set.of()).draw(authorization.callers(), sink);
  }
}
