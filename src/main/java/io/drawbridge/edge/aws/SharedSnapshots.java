package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.ExternalId;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Edge;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.EbsSnapshot;
import io.drawbridge.inventory.aws.EbsSnapshotPermissions;
import java.util.List;

/**
 * A snapshot that is shared with everybody, or with an account that nobody of this estate reads, is read there.
 *
 * <p>Source: EBS User Guide, "Share an Amazon EBS snapshot": an encrypted snapshot cannot be public. <b>Not modelled:</b> shared snapshots
 * under a customer's key; principals of accounts that were read, who need a permission besides; an account's block of public snapshots,
 * which also hides those that are public already.
 */
final class SharedSnapshots implements EdgeRule {

  private static final Operation ATTRIBUTE = Operation.parse("ec2:describe-snapshot-attribute");
  private static final Technique TECHNIQUE = new Technique("aws-shared-snapshot", "copies a snapshot that is shared with it", "T1530",
      "take the permission to create volumes from the snapshot, and block public snapshots in the account");

  @Override
  public List<Operation> reads() {
    return List.of(ATTRIBUTE);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(TECHNIQUE);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    for (EbsSnapshotPermissions permissions : estate.inventory().all(EbsSnapshotPermissions.class)) {
      if (estate.inventory().find(EbsSnapshot.class, permissions.id()).filter(snapshot -> !snapshot.encrypted()).isEmpty()) {
        continue;
      }
      if (permissions.everybody()) {
        sink.edge(edge(ExternalId.INTERNET, permissions, "all", List.of()));
      }
      for (String account : permissions.accounts()) {
        if (!authorization.hasIdentitiesOf(account) && !account.equals(permissions.scope().id())) {
          var unread = new Unread(Scope.account(account), "iam:get-account-authorization-details");
          sink.edge(edge(new ExternalId("aws", account), permissions, account, List.of(unread)));
        }
      }
    }
  }

  private static Edge edge(ResourceId from, EbsSnapshotPermissions permissions, String said, List<Unread> unread) {
    var proof = new Proof(List.of(ServiceRole.fact(permissions.origin(), "/CreateVolumePermissions", said)), unread);
    return Edge.of(from, permissions.id(), EdgeKind.CAN_READ_DATA, TECHNIQUE.id(), proof, Likelihood.EASY.cost());
  }
}
