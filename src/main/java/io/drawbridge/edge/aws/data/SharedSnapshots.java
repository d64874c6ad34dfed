package io.drawbridge.edge.aws.data;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.ForeignCallers;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.EbsSnapshot;
import io.drawbridge.inventory.aws.Ec2Image;
import io.drawbridge.inventory.aws.Ec2ImagePermissions;
import io.drawbridge.inventory.aws.SharedWith;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A snapshot that is shared with everybody, or with an account that nobody of this estate reads, is read there; so is one that an image is
 * made of that they may launch.
 *
 * <p>Source: EBS User Guide, "Share an Amazon EBS snapshot": an encrypted snapshot is never public, and where it is shared its key must let
 * the account in as well; EC2 User Guide, "Share an AMI": who may launch an image need not be let into its snapshots. <b>Not modelled:</b>
 * images that are shared with organizational units; principals of accounts that were read, who launch an image of another account; an
 * account's block of public snapshots and images, which also hides those that are public already.
 */
public final class SharedSnapshots implements EdgeRule {

  private static final Operation SNAPSHOTS = Operation.parse("ec2:describe-snapshots");
  private static final List<Operation> READS = List.of(SNAPSHOTS, Operation.parse("ec2:describe-snapshot-attribute"), Operation.parse("ec2:describe-images"),
      Operation.parse("ec2:describe-image-attribute"));
  private static final Technique SNAPSHOT = new Technique("aws-shared-snapshot", "copies a snapshot that is shared with it", "T1530",
      "take the permission to create volumes from the snapshot, and block public snapshots in the account");
  private static final Technique IMAGE = new Technique("aws-shared-image", "launches an image that is shared with it, and reads its disks", "T1530",
      "take the permission to launch from the image, and block public images in the account");

  @Override
  public List<Operation> reads() {
    return READS;
  }

  @Override
  public List<Technique> techniques() {
    return List.of(SNAPSHOT, IMAGE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    var targets = new SnapshotTargets(estate);
    Map<Arn, List<Statement>> ofImages = images(estate, sink);
    for (EbsSnapshot snapshot : targets.own()) {
      draw(estate, SNAPSHOT, targets, snapshot, targets.sharing(snapshot), sink);
      draw(estate, IMAGE, targets, snapshot, ofImages.getOrDefault(snapshot.id(), List.of()), sink);
    }
  }

  private static void draw(Estate estate, Technique technique, SnapshotTargets targets, EbsSnapshot snapshot, List<Statement> sharing, EdgeSink sink) {
    if (!sharing.isEmpty()) {
      var capability = new Capability("shared-snapshot", EdgeKind.CAN_READ_DATA, technique, Likelihood.EASY);
      new ForeignCallers(estate, capability, new ForeignCallers.Techniques(technique, technique), Set.of())
          .draw(List.of(targets.target(snapshot, SnapshotReads.BLOCKS, sharing)), sink);
    }
  }

  /** Who may launch an image that a snapshot is part of, by snapshot. */
  private static Map<Arn, List<Statement>> images(Estate estate, EdgeSink sink) {
    Map<Arn, List<Statement>> bySnapshot = new HashMap<>();
    for (Ec2Image image : estate.inventory().all(Ec2Image.class)) {
      List<Statement> sharing = sharing(estate, image);
      for (String id : sharing.isEmpty() ? List.<String>of() : image.snapshots()) {
        Arn snapshot = Arn.of("ec2", image.id().region(), "", "snapshot/" + id);
        bySnapshot.computeIfAbsent(snapshot, none -> new ArrayList<>()).addAll(sharing);
        if (estate.inventory().find(EbsSnapshot.class, snapshot).isEmpty()) {
          sink.gap(Gaps.of(estate, image.scope(), SNAPSHOTS, id, "who may launch the image is known, what its disks are made of is not"));
        }
      }
    }
    return bySnapshot;
  }

  private static List<Statement> sharing(Estate estate, Ec2Image image) {
    String owner = image.scope().id();
    if (!image.ownerId().equals(owner)) {
      return List.of();
    }
    List<Statement> sharing = new ArrayList<>();
    if (image.open()) {
      sharing.addAll(Sharing.statements(image.origin(), "/Public", new SharedWith(true, List.of(), List.of()), owner));
    }
    estate.inventory().find(Ec2ImagePermissions.class, image.id())
        .ifPresent(permissions -> sharing.addAll(Sharing.statements(permissions.origin(), "/LaunchPermissions", permissions.with(), owner)));
    return sharing;
  }
}
