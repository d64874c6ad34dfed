package io.drawbridge.edge.aws.data;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.Gaps;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Proof;
import io.drawbridge.inventory.aws.RdsCluster;
import io.drawbridge.inventory.aws.RdsInstance;
import io.drawbridge.inventory.aws.RdsSnapshot;
import io.drawbridge.inventory.aws.RedshiftCluster;
import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What each way into a database demands. */
final class DatabaseTargets {

  private static final Operation CLUSTERS = Operation.parse("rds:describe-db-clusters");
  private static final Requirement NETWORK =
      new Requirement("aws:network", "In", List.of(), false, "the connection comes from a network that leads to the database");

  private DatabaseTargets() {}

  static List<Target> connecting(Estate estate, EdgeSink sink) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    return estate.inventory().all(RdsInstance.class).stream().filter(RdsInstance::signsInByIam).flatMap(one -> named(estate, one, sink)
        .map(name -> reached(one.id(), demand("rds-db:connect", beside(one.id(), "rds-db", "dbuser:" + name + "/"), context.region(one.id()))))).toList();
  }

  /** Permissions to connect to a member of a cluster name the cluster. */
  private static Stream<String> named(Estate estate, RdsInstance instance, EdgeSink sink) {
    Optional<RdsCluster> cluster = estate.inventory().find(RdsCluster.class, cluster(instance));
    if (!instance.cluster().isEmpty() && cluster.isEmpty()) {
      sink.gap(Gaps.of(estate, instance.scope(), CLUSTERS, cluster(instance).text(), "what permissions to connect call the cluster of a database is not known"));
    }
    return Stream.of(instance.cluster().isEmpty() ? instance.resourceId() : cluster.map(RdsCluster::resourceId).orElse("")).filter(name -> !name.isEmpty());
  }

  static List<Target> resetting(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    return estate.inventory().all(RdsInstance.class).stream().map(one -> reached(one.id(), one.cluster().isEmpty()
        ? demand("rds:ModifyDBInstance", one.id(), tagged(one, context))
        : demand("rds:ModifyDBCluster", cluster(one), context.region(one.id())))).toList();
  }

  /** The secret and its key are asked as for reading it. */
  static List<Target> runningSql(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    Map<ResourceId, Target> secrets = new HashMap<>();
    SecretReads.targets(estate).forEach(secret -> secrets.put(secret.node(), secret));
    List<Target> targets = new ArrayList<>();
    for (RdsInstance instance : estate.inventory().all(RdsInstance.class)) {
      Optional<RdsCluster> cluster = estate.inventory().find(RdsCluster.class, cluster(instance)).filter(RdsCluster::dataApi);
      Optional<Target> secret = cluster.flatMap(one -> Arn.find(one.masterSecret())).map(secrets::get);
      secret.ifPresent(held -> {
        Stream<Demand> demands = Stream.concat(Stream.of(demand("rds-data:ExecuteStatement", cluster(instance), context.region(instance.id()))), held.demands().stream());
        targets.add(new Target(instance.id(), demands.toList(), held.facts(), held.unreadable(), true, Optional.empty()));
      });
    }
    return targets;
  }

  static List<Target> warehouses(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    return estate.inventory().all(RedshiftCluster.class).stream().filter(one -> !one.masterUser().isEmpty()).map(one -> {
      SortedMap<String, List<String>> known = context.region(one.id());
      SortedMap<String, List<String>> asMaster = new TreeMap<>(known);
      asMaster.put("redshift:dbuser", List.of(one.masterUser()));
      String credentials = "redshift:GetClusterCredentials";
      return new Target(one.id(), List.of(
          demand(credentials, beside(one.id(), "redshift", "dbuser:" + one.name() + "/" + one.masterUser()), asMaster),
          demand(credentials, beside(one.id(), "redshift", "dbname:" + one.name() + "/"), asMaster),
          demand("redshift-data:ExecuteStatement", one.id(), known),
          new Demand("redshift-data:GetStatementResult", "*", "", Optional.empty(), known)), Proof.of(List.of()), List.of(), true, Optional.empty());
    }).toList();
  }

  static Target reached(Arn node, Demand demand) {
    return new Target(node, List.of(demand), Proof.of(List.of()), List.of(NETWORK), true, Optional.empty());
  }

  static Demand demand(String action, Arn on, SortedMap<String, List<String>> known) {
    return new Demand(action, on.text(), on.account(), Optional.empty(), known);
  }

  private static Arn cluster(RdsInstance instance) {
    return beside(instance.id(), "rds", "cluster:" + instance.cluster());
  }

  private static Arn beside(Arn arn, String service, String resource) {
    return Arn.of(service, arn.region(), arn.account(), resource);
  }

  /** RDS has keys of its own for the tags of each sort of resource. */
  static SortedMap<String, List<String>> tagged(RdsInstance instance, ResourceContext context) {
    return tagged(context.of(instance.id(), "rds", instance.tags()), "rds:db-tag/", instance.tags(), context);
  }

  static SortedMap<String, List<String>> tagged(RdsSnapshot snapshot, ResourceContext context) {
    String prefix = snapshot.ofCluster() ? "rds:cluster-snapshot-tag/" : "rds:snapshot-tag/";
    return tagged(context.of(snapshot.id(), "rds", snapshot.tags()), prefix, snapshot.tags(), context);
  }

  private static SortedMap<String, List<String>> tagged(
      SortedMap<String, List<String>> known, String prefix, SortedMap<String, String> tags, ResourceContext context) {
    SortedMap<String, List<String>> all = new TreeMap<>(known);
    context.mentioned().stream().filter(key -> key.startsWith(prefix)).forEach(key -> all.put(key, List.of()));
    tags.forEach((tag, value) -> all.computeIfPresent(prefix + ResourceId.lowerCase(tag), (key, none) -> List.of(value)));
    return all;
  }
}
