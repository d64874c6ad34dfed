package io.drawbridge.edge.aws.data;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.CustomerKeys;
import io.drawbridge.edge.aws.Launch;
import io.drawbridge.edge.aws.LaunchDecision;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.RdsInstance;
import io.drawbridge.inventory.aws.RdsSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A principal makes a database of its own out of a snapshot, or out of what a database was at some moment, and gives its master user a password.
 *
 * <p>Source: RDS User Guide, "Restoring to a DB instance" and "Restoring a DB instance to a specified time"; Service Authorization Reference for RDS:
 * both are asked on what is restored and on the new database with its subnet, option and parameter groups. A network must lead to the new database,
 * which stays a condition. <b>Not modelled:</b> what lies under a customer's key, for which the caller needs grants of the key; clusters; policies
 * that name a default option group in full.
 *
 * @param restores the request that makes the new database
 * @param targets what is restored; by the request that does it
 */
record DatabaseRestores(Capability capability, String restores, BiFunction<Estate, String, List<Target>> targets, List<Operation> reads) implements EdgeRule {

  static final List<DatabaseRestores> ALL =
      List.of(
          new DatabaseRestores(capability("restore-db-snapshot", new Technique("aws-restore-db-snapshot", "makes a database of its own out of a snapshot", "T1578.004",
              "grant rds:RestoreDBInstanceFromDBSnapshot to backup tools only")), "rds:RestoreDBInstanceFromDBSnapshot", DatabaseRestores::snapshots,
              List.of(Operation.parse("rds:describe-db-snapshots"))),
          new DatabaseRestores(capability("restore-db-instance", new Technique("aws-restore-db-instance",
              "makes a database of its own out of the backups of another", "T1578.004", "grant rds:RestoreDBInstanceToPointInTime to backup tools only")),
              "rds:RestoreDBInstanceToPointInTime", DatabaseRestores::instances, List.of(Operation.parse("rds:describe-db-instances"))));

  private static Capability capability(String name, Technique technique) {
    return new Capability(name, EdgeKind.CAN_READ_DATA, technique, Likelihood.POSSIBLE);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    Launch database = database();
    var making = new LaunchDecision(estate, List.of(database));
    new CapabilityDerivation(authorization, capability, targets.apply(estate, restores), Set.of(), making::of)
        .draw(authorization.speakers().ofAll(database.actions()), sink);
  }

  private Launch database() {
    return Launch.start().named("rds", "db:", restores, "rds:ModifyDBInstance").named("rds", "subgrp:", restores).named("rds", "og:", restores)
        .named("rds", "pg:", restores).choosing("rds:databaseclass", "rds:multiaz", "rds:vpc", "rds:piops", "rds:publiclyaccessible", "rds:managemasteruserpassword",
            "rds:copytagstosnapshot", "rds:req-tag/");
  }

  private static List<Target> snapshots(Estate estate, String action) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var keys = new CustomerKeys(estate, context);
    return estate.inventory().all(RdsSnapshot.class).stream().filter(one -> !one.ofCluster() && one.id().account().equals(one.scope().id()))
        .filter(one -> !one.encrypted() || keys.of(one.kmsKeyId(), one.id(), "rds", Map.of()).homeOnly())
        .map(one -> DatabaseTargets.reached(one.id(), DatabaseTargets.demand(action, one.id(), DatabaseTargets.tagged(one, context)))).toList();
  }

  private static List<Target> instances(Estate estate, String action) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var keys = new CustomerKeys(estate, context);
    return estate.inventory().all(RdsInstance.class).stream().filter(one -> one.cluster().isEmpty() && one.backups())
        .filter(one -> !one.encrypted() || keys.of(one.kmsKeyId(), one.id(), "rds", Map.of()).homeOnly())
        .map(one -> DatabaseTargets.reached(one.id(), DatabaseTargets.demand(action, one.id(), DatabaseTargets.tagged(one, context)))).toList();
  }
}
