package io.drawbridge.edge.aws.data;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.CustomerKeys;
import io.drawbridge.edge.aws.CustomerKeys.KeySide;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ForeignCallers;
import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.LaunchDecision;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.RdsInstance;
import io.drawbridge.inventory.aws.RdsSnapshot;
import io.drawbridge.inventory.aws.RdsSnapshotPermissions;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The snapshot of a database is read where it is shared with, by who shares it with an account of its own, and by who makes one of a database
 * and shares that: elsewhere it becomes a database of theirs.
 *
 * <p>Source: RDS User Guide, "Sharing a DB snapshot" (one that somebody made, and that is not encrypted or lies under a customer's key that
 * lets the account in; an encrypted one is never public) and "Overview of encrypting Amazon RDS resources"; Service Authorization Reference
 * for RDS (CreateDBSnapshot is asked on the instance and on the snapshot). <b>Not modelled:</b> principals of accounts that were read, to
 * which a snapshot is shared; sharing what lies under a customer's key, whose key must be shared as well; copies of backups, which can be
 * shared; exports to S3; snapshots of clusters that are made for it.
 */
public final class DatabaseSnapshots implements EdgeRule {

  private static final Operation INSTANCES = Operation.parse("rds:describe-db-instances");
  private static final Operation SNAPSHOTS = Operation.parse("rds:describe-db-snapshots");
  private static final String SHARE = "rds:ModifyDBSnapshotAttribute";
  private static final Technique SHARED = new Technique("aws-shared-db-snapshot", "restores a snapshot of a database that is shared with it", "T1530",
      "take the permission to restore from the snapshot, and encrypt databases under a key of one's own");
  private static final Technique SHARES = new Technique("aws-share-db-snapshot", "shares a database's snapshot with an account of its own", "T1537",
      "encrypt databases, and grant rds:ModifyDBSnapshotAttribute to backup tools only");
  private static final Technique MAKES = new Technique("aws-make-db-snapshot", "makes a snapshot of a database and shares it with an account of its own", "T1537",
      "encrypt databases, and let nobody both make and share snapshots");

  /** What a caller makes of a database and shares. */
  private static final Launch SNAPSHOT_OF_OWN = Launch.start().named("rds", "snapshot:", "rds:CreateDBSnapshot", SHARE);

  @Override
  public List<Operation> reads() {
    return List.of(INSTANCES, SNAPSHOTS, Operation.parse("rds:describe-db-snapshot-attributes"), Operation.parse("rds:describe-db-cluster-snapshots"),
        Operation.parse("rds:describe-db-cluster-snapshot-attributes"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(SHARED, SHARES, MAKES);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<RdsSnapshot> own = estate.inventory().all(RdsSnapshot.class).stream().filter(one -> one.id().account().equals(one.scope().id())).toList();
    shared(estate, own, context, sink);
    List<Target> sharable = own.stream().filter(one -> one.manual() && !one.encrypted()).map(one -> sharing(one, context)).toList();
    new CapabilityDerivation(authorization, capability("share-db-snapshot", SHARES), sharable, Set.of()).draw(authorization.callers(), sink);
    List<Target> copied = estate.inventory().all(RdsInstance.class).stream().filter(one -> !one.encrypted() && one.cluster().isEmpty())
        .map(one -> target(one, context)).toList();
    var making = new LaunchDecision(estate, List.of(SNAPSHOT_OF_OWN));
    new CapabilityDerivation(authorization, capability("make-db-snapshot", MAKES), copied, Set.of(), making::of)
        .draw(authorization.speakers().ofAll(SNAPSHOT_OF_OWN.actions()), sink);
  }

  private static Capability capability(String name, Technique technique) {
    return new Capability(name, EdgeKind.CAN_READ_DATA, technique, Likelihood.LIKELY);
  }

  private static void shared(Estate estate, List<RdsSnapshot> snapshots, ResourceContext context, EdgeSink sink) {
    var keys = new CustomerKeys(estate, context);
    var capability = new Capability("shared-db-snapshot", EdgeKind.CAN_READ_DATA, SHARED, Likelihood.EASY);
    List<Target> targets = new ArrayList<>();
    for (RdsSnapshot snapshot : snapshots) {
      List<Statement> sharing = estate.inventory().find(RdsSnapshotPermissions.class, snapshot.id())
          .map(permissions -> Sharing.statements(permissions.origin(), "/AttributeValues", permissions.with(), snapshot.id().account())).orElse(List.of());
      if (!sharing.isEmpty()) {
        targets.add(restoring(snapshot, Sharing.policy(sharing), keys, context));
      }
    }
    new ForeignCallers(estate, capability, new ForeignCallers.Techniques(SHARED, SHARED), Set.of()).draw(targets, sink);
  }

  private static Target restoring(RdsSnapshot snapshot, Optional<NamedPolicy> sharing, CustomerKeys keys, ResourceContext context) {
    String action = snapshot.ofCluster() ? "rds:RestoreDBClusterFromSnapshot" : "rds:RestoreDBInstanceFromDBSnapshot";
    List<Demand> demands = new ArrayList<>(List.of(new Demand(action, snapshot.id().text(), snapshot.id().account(), sharing, DatabaseTargets.tagged(snapshot, context))));
    KeySide key = snapshot.encrypted() ? keys.of(snapshot.kmsKeyId(), snapshot.id(), "rds", Map.of("aws:rds:db-id", "", "aws:rds:dbc-id", "")) : KeySide.NONE;
    key.demand().ifPresent(demands::add);
    return new Target(snapshot.id(), demands, Proof.of(List.of()), key.unreadable(), key.homeOnly(), Optional.empty());
  }

  private static Target sharing(RdsSnapshot snapshot, ResourceContext context) {
    String action = snapshot.ofCluster() ? "rds:ModifyDBClusterSnapshotAttribute" : SHARE;
    var demand = new Demand(action, snapshot.id().text(), snapshot.id().account(), Optional.empty(), DatabaseTargets.tagged(snapshot, context));
    return new Target(snapshot.id(), List.of(demand), Proof.of(List.of()), List.of(), true, Optional.empty());
  }

  private static Target target(RdsInstance instance, ResourceContext context) {
    var demand = new Demand("rds:CreateDBSnapshot", instance.id().text(), instance.id().account(), Optional.empty(),
        DatabaseTargets.tagged(instance, context));
    return new Target(instance.id(), List.of(demand), Proof.of(List.of()), List.of(), true, Optional.empty());
  }
}
