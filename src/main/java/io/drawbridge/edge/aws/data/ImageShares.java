package io.drawbridge.edge.aws.data;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ServiceRole;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EbsSnapshot;
import io.drawbridge.inventory.aws.Ec2Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A principal shares an image with an account of its own, launches it there, and reads the disks: the snapshots that it is made of.
 *
 * <p>Source: EC2 User Guide, "Share an AMI with specific AWS accounts": the snapshots need not be shared besides, and those that are encrypted
 * need their key shared. <b>Not modelled:</b> images under a customer's key; tags of images, on which conditions stay open; images made of
 * an instance for it.
 */
final class ImageShares implements EdgeRule {

  private static final Technique TECHNIQUE = new Technique("aws-share-image", "shares an image with an account of its own, and reads its disks there", "T1537",
      "encrypt the disks of images, and grant ec2:ModifyImageAttribute to those who publish images only");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("ec2:describe-images"), Operation.parse("ec2:describe-snapshots"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = new ArrayList<>();
    for (Ec2Image image : estate.inventory().all(Ec2Image.class)) {
      List<EbsSnapshot> disks = image.snapshots().stream()
          .flatMap(id -> estate.inventory().find(EbsSnapshot.class, Arn.of("ec2", image.id().region(), "", "snapshot/" + id)).stream()).toList();
      if (image.ownerId().equals(image.scope().id()) && disks.stream().noneMatch(EbsSnapshot::encrypted)) {
        disks.forEach(snapshot -> targets.add(target(image, snapshot, context)));
      }
    }
    List<List<Target>> layers = Target.oncePerNode(targets);
    for (int i = 0; i < layers.size(); i++) {
      var capability = new Capability("share-image" + (i == 0 ? "" : "-otherwise-" + i), EdgeKind.CAN_READ_DATA, TECHNIQUE, Likelihood.LIKELY);
      new CapabilityDerivation(authorization, capability, layers.get(i), Set.of()).draw(authorization.callers(), sink);
    }
  }

  private static Target target(Ec2Image image, EbsSnapshot snapshot, ResourceContext context) {
    var demand = new Demand("ec2:ModifyImageAttribute", image.id().text(), image.scope().id(), Optional.empty(), context.region(image.id()));
    Proof made = Proof.of(List.of(ServiceRole.fact(image.origin(), "/BlockDeviceMappings", snapshot.name())));
    return new Target(snapshot.id(), List.of(demand), made, List.of(), true, Optional.empty());
  }
}
