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
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Ways into a database: signing in to it with credentials of IAM, resetting its master password, and having AWS run SQL on it.
 *
 * <p>Sources: RDS User Guide, "Creating and using an IAM policy for IAM database access" (on database users of the resource that has
 * IAM authentication switched on) and "Modifying an Amazon RDS DB instance" (the password of a member of an Aurora cluster is the cluster's);
 * Amazon Aurora User Guide, "Creating and using an IAM policy for IAM database access" (a member is
 * named by its cluster) and "Using the Amazon RDS Data API" (SQL over HTTPS, with the password in a secret that the caller may read); Redshift
 * Management Guide, "Using IAM authentication to generate database user credentials" and "Using the Amazon Redshift Data API". Whoever talks to the
 * database's port needs a network that leads there, which stays a condition; the data APIs need none. <b>Not modelled:</b> which users a
 * database has, so that one who may sign in as any of some name is taken to; passwords in secrets that RDS does not keep; users
 * of a Redshift cluster other than its master; serverless workgroups of Redshift; instances that are stopped.
 */
record DatabaseReads(Capability capability, List<Operation> reads, BiFunction<Estate, EdgeSink, List<Target>> targets, Set<String> free) implements EdgeRule {

  static final List<DatabaseReads> ALL =
      List.of(
          row("connect-to-database", new Technique("aws-rds-connect", "signs in to a database with credentials of IAM", "T1078.004",
              "name in rds-db:connect the database user that the caller needs"), Likelihood.EASY, DatabaseTargets::connecting, Set.of(), "rds:describe-db-instances",
              "rds:describe-db-clusters"),
          row("reset-master-password", new Technique("aws-rds-master-password", "gives a database's master user a password of its own", "T1098",
              "grant rds:ModifyDBInstance and rds:ModifyDBCluster to the database's pipeline only"), Likelihood.POSSIBLE, (estate, sink) -> DatabaseTargets.resetting(estate),
              Set.of("rds:managemasteruserpassword", "rds:publiclyaccessible"), "rds:describe-db-instances"),
          row("sql-over-https", new Technique("aws-rds-data-api", "has the data API run SQL as the master user", "T1530",
              "grant rds-data:ExecuteStatement and the read of the master user's secret to nobody together"), Likelihood.EASY, (estate, sink) -> DatabaseTargets.runningSql(estate),
              SecretReads.FREE, "rds:describe-db-instances", "rds:describe-db-clusters", "secretsmanager:list-secrets"),
          row("sql-on-warehouse", new Technique("aws-redshift-credentials", "has itself given credentials of a cluster's master user, and runs SQL by them", "T1530",
              "name in redshift:GetClusterCredentials the database user that the caller needs"), Likelihood.EASY, (estate, sink) -> DatabaseTargets.warehouses(estate),
              Set.of("redshift-data:statement-owner-iam-userid"), "redshift:describe-clusters"));

  private static DatabaseReads row(
      String name, Technique technique, Likelihood likelihood, BiFunction<Estate, EdgeSink, List<Target>> targets, Set<String> free, String... reads) {
    return new DatabaseReads(new Capability(name, EdgeKind.CAN_READ_DATA, technique, likelihood), Stream.of(reads).map(Operation::parse).toList(), targets, free);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    new CapabilityDerivation(authorization, capability, targets.apply(estate, sink), free).draw(authorization.callers(), sink);
  }
}
