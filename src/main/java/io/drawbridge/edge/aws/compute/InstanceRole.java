package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.Ec2Instance;
import io.drawbridge.inventory.aws.InstanceProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Code on an EC2 instance obtains the credentials of the role in its instance profile from the metadata service.
 *
 * <p>A stopped instance counts: who can start it has what it has. Source: EC2 User Guide, "IAM roles for Amazon EC2" (credentials last
 * about six hours) and "Configure the instance metadata service options". <b>Not modelled:</b> hop limits, which keep containers out.
 */
public final class InstanceRole implements EdgeRule {

  private static final ServiceRole ROLE = new ServiceRole("ec2.amazonaws.com",
      new Technique("aws-instance-profile", "takes the role's credentials from the instance's metadata service", "T1552.005",
      "require IMDSv2 and give the instance a role with the least it needs"), Duration.ofHours(6));
  private static final Operation PROFILES = Operation.parse("iam:list-instance-profiles");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("ec2:describe-instances"), Operation.parse("iam:get-account-authorization-details"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(ROLE.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    for (Ec2Instance instance : estate.inventory().all(Ec2Instance.class)) {
      Optional<Arn> profile = Arn.find(instance.instanceProfileArn());
      if (profile.isPresent() && instance.traits().metadataReachable() && !instance.isGone()) {
        derive(estate, instance, profile.get(), sink);
      }
    }
  }

  private static void derive(Estate estate, Ec2Instance instance, Arn profileArn, EdgeSink sink) {
    Optional<InstanceProfile> profile = estate.inventory().find(InstanceProfile.class, profileArn);
    if (profile.isEmpty()) {
      sink.gap(Gaps.of(estate, instance.scope(), PROFILES, profileArn.text(), "which role is in an instance's profile is not known"));
      return;
    }
    var attached = ServiceRole.fact(instance.origin(), "/IamInstanceProfile/Arn", profileArn.text());
    profile.get().roleArns().stream().flatMap(role -> Arn.find(role).stream())
        .forEach(role -> ROLE.draw(estate, instance.id(), role, attached, sink));
  }
}
