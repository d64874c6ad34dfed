package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Parsers of databases and their snapshots. Sources: Amazon RDS and Amazon Redshift API references. */
final class DatabaseParsers {

  private static final String TAGS = "TagList";

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("rds:describe-db-instances", "DBInstances", DatabaseParsers::instance),
          ListParser.of("rds:describe-db-clusters", "DBClusters", DatabaseParsers::cluster),
          ListParser.of("redshift:describe-clusters", "Clusters", DatabaseParsers::warehouse),
          ListParser.of("redshift:describe-cluster-subnet-groups", "ClusterSubnetGroups", DatabaseParsers::subnetGroup),
          ListParser.of("rds:describe-db-snapshots", "DBSnapshots", item -> snapshot(item, "DBSnapshotArn", item.json().path("Encrypted").asBoolean(false))),
          ListParser.of("rds:describe-db-cluster-snapshots", "DBClusterSnapshots",
              item -> snapshot(item, "DBClusterSnapshotArn", item.json().path("StorageEncrypted").asBoolean(false))),
          ListParser.of("rds:describe-db-snapshot-attributes", "", item -> permissions(item, "DBSnapshot", "snapshot:")),
          ListParser.of("rds:describe-db-cluster-snapshot-attributes", "", item -> permissions(item, "DBClusterSnapshot", "cluster-snapshot:")));

  private DatabaseParsers() {}

  private static Optional<RdsInstance> instance(Item item) {
    Arn.find(item.text("DBInstanceArn")).ifPresent(arn -> {
      JsonNode subnets = item.json().path("DBSubnetGroup").path("Subnets");
      item.inventory().add(new VpcPlacement(item.origin(arn), arn, Fields.texts(subnets, "SubnetIdentifier"), "",
          Fields.texts(item.json().path("VpcSecurityGroups"), "VpcSecurityGroupId"), "",
          item.json().path("Endpoint").path("Port").asInt(0), false, item.json().path("PubliclyAccessible").asBoolean(false), "/VpcSecurityGroups"));
    });
    return Arn.find(item.text("DBInstanceArn")).map(arn -> new RdsInstance(item.origin(arn), arn, item.text("DbiResourceId"), item.text("DBClusterIdentifier"),
        item.json().path("StorageEncrypted").asBoolean(false), item.text("KmsKeyId"), item.json().path("BackupRetentionPeriod").asInt(1) > 0,
        item.json().path("IAMDatabaseAuthenticationEnabled").asBoolean(false),
        Fields.tags(item.json().path(TAGS))));
  }

  private static Optional<RdsCluster> cluster(Item item) {
    return Arn.find(item.text("DBClusterArn")).map(arn -> new RdsCluster(item.origin(arn), arn, item.text("DbClusterResourceId"),
        item.json().path("HttpEndpointEnabled").asBoolean(false),
        Fields.text(item.json().path("MasterUserSecret"), "SecretArn")));
  }

  private static Optional<RedshiftCluster> warehouse(Item item) {
    String name = item.text("ClusterIdentifier");
    Arn arn = item.arn("redshift", "cluster:" + name);
    if (!name.isEmpty()) {
      item.inventory().add(new VpcPlacement(item.origin(arn), arn, List.of(), item.text("ClusterSubnetGroupName"),
          Fields.texts(item.json().path("VpcSecurityGroups"), "VpcSecurityGroupId"), "", item.json().path("Endpoint").path("Port").asInt(0), false,
          item.json().path("PubliclyAccessible").asBoolean(false), "/VpcSecurityGroups"));
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(new RedshiftCluster(item.origin(arn), arn, item.text("MasterUsername")));
  }

  private static Optional<ClusterSubnetGroup> subnetGroup(Item item) {
    String name = item.text("ClusterSubnetGroupName");
    Arn arn = ClusterSubnetGroup.arn(item.arn("redshift", "cluster:"), name);
    return name.isEmpty() ? Optional.empty() : Optional.of(new ClusterSubnetGroup(item.origin(arn), arn, Fields.texts(item.json().path("Subnets"), "SubnetIdentifier")));
  }

  private static Optional<RdsSnapshot> snapshot(Item item, String arnField, boolean encrypted) {
    return Arn.find(item.text(arnField)).map(arn -> new RdsSnapshot(item.origin(arn), arn, item.text("SnapshotType").equals("manual"), encrypted,
        item.text("KmsKeyId"), Fields.tags(item.json().path(TAGS))));
  }

  private static Optional<RdsSnapshotPermissions> permissions(Item item, String kind, String resource) {
    JsonNode result = item.json().path(kind + "AttributesResult");
    String named = Fields.text(result, kind + "Identifier");
    String name = named.isEmpty() ? item.document().subject() : named;
    Arn arn = Arn.find(name).orElseGet(() -> item.arn("rds", resource + name));
    var restore = StreamSupport.stream(result.path(kind + "Attributes").spliterator(), false).filter(one -> Fields.text(one, "AttributeName").equals("restore"))
        .flatMap(one -> Fields.texts(one.path("AttributeValues")).stream());
    return name.isEmpty() ? Optional.empty() : Optional.of(new RdsSnapshotPermissions(item.origin(arn), arn, SharedWith.ofAccounts(restore)));
  }
}
