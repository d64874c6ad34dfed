package io.drawbridge.edge.aws.data;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import java.util.List;
import java.util.Set;

/**
 * A principal reads the blocks of a volume's snapshot, by the direct API or by sharing the snapshot with an account of its own.
 *
 * <p>Source: EBS User Guide, "Control access to EBS direct APIs" (listing and getting blocks, and decrypting where there is a key) and "Share an
 * Amazon EBS snapshot" (one under the key that AWS manages cannot be shared; one under another key needs that key shared as well).
 * <b>Not modelled:</b> the catalogue's way over a new snapshot of a volume that has none; making a volume of the snapshot and attaching it to
 * an instance that the caller holds; sharing snapshots under a customer's key.
 */
public record SnapshotReads(Capability capability, List<String> actions, boolean decrypts) implements EdgeRule {

  static final List<String> BLOCKS = List.of("ebs:ListSnapshotBlocks", "ebs:GetSnapshotBlock");

  static final List<SnapshotReads> ALL =
      List.of(
          new SnapshotReads(capability("read-snapshot", new Technique("aws-read-snapshot", "reads the blocks of a volume's snapshot", "T1530",
              "grant ebs:GetSnapshotBlock to backup tools only"), Likelihood.EASY), BLOCKS, true),
          new SnapshotReads(capability("share-snapshot", new Technique("d-ec2-snapshot-share", "shares a volume's snapshot with an account of its own", "T1537",
              "encrypt snapshots, and grant ec2:ModifySnapshotAttribute to backup tools only"), Likelihood.LIKELY), List.of("ec2:ModifySnapshotAttribute"), false));

  private static final Operation SNAPSHOTS = Operation.parse("ec2:describe-snapshots");

  private static Capability capability(String name, Technique technique, Likelihood likelihood) {
    return new Capability(name, EdgeKind.CAN_READ_DATA, technique, likelihood);
  }

  @Override
  public List<Operation> reads() {
    return List.of(SNAPSHOTS);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var snapshots = new SnapshotTargets(estate);
    List<Target> targets = snapshots.own().stream().filter(snapshot -> decrypts || !snapshot.encrypted())
        .map(snapshot -> snapshots.target(snapshot, actions, decrypts ? snapshots.sharing(snapshot) : List.of())).toList();
    new CapabilityDerivation(authorization, capability, targets, Set.of()).draw(authorization.speakers().ofAll(actions), sink);
  }
}
