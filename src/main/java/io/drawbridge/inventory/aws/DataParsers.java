package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.StoredSettings;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Parsers of stores, keys and functions. */
final class DataParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("s3:list-buckets", "Buckets", DataParsers::bucket),
          ListParser.of("s3:get-bucket-policy", "", DataParsers::bucketPolicy),
          ListParser.of("s3:get-public-access-block", "", DataParsers::publicAccessBlock),
          ListParser.of("s3control:get-public-access-block", "", DataParsers::accountPublicAccessBlock),
          ListParser.of("s3:get-bucket-tagging", "", DataParsers::bucketTags),
          ListParser.of("secretsmanager:list-secrets", "SecretList", DataParsers::secret),
          ListParser.of("secretsmanager:get-resource-policy", "", DataParsers::secretPolicy),
          ListParser.of("s3:get-bucket-encryption", "", DataParsers::bucketEncryption),
          ListParser.of("ssm:describe-parameters", "Parameters", DataParsers::parameter),
          ListParser.of("ec2:describe-snapshots", "Snapshots", DataParsers::snapshot),
          ListParser.of("ec2:describe-snapshot-attribute", "", DataParsers::snapshotPermissions),
          new GrantsParser(),
          ListParser.of("kms:list-aliases", "Aliases", DataParsers::alias),
          ListParser.of("kms:describe-key", "", DataParsers::key),
          ListParser.of("kms:get-key-policy", "", DataParsers::keyPolicy),
          ListParser.of("lambda:list-functions", "Functions", DataParsers::function));

  private DataParsers() {}

  private static Arn bucketArn(Item item, String name) {
    return item.global("s3", name);
  }

  private static Optional<Bucket> bucket(Item item) {
    String name = item.text("Name");
    return name.isEmpty() ? Optional.empty() : Optional.of(new Bucket(item.origin(bucketArn(item, name)), bucketArn(item, name)));
  }

  private static Optional<BucketPolicy> bucketPolicy(Item item) {
    Arn arn = bucketArn(item, item.document().subject());
    return item.policies(arn).policy(item.json().path("Policy"), "/Policy", "bucket policy")
        .map(policy -> new BucketPolicy(item.origin(arn), arn, policy));
  }

  private static Optional<BucketPublicAccessBlock> publicAccessBlock(Item item) {
    return publicAccessBlock(item, bucketArn(item, item.document().subject()));
  }

  /** The block of all buckets of an account, under {@code arn:aws:s3::<account>:account}. */
  private static Optional<BucketPublicAccessBlock> accountPublicAccessBlock(Item item) {
    return publicAccessBlock(item, Arn.of("s3", "", item.document().scope().id(), "account"));
  }

  private static Optional<BucketPublicAccessBlock> publicAccessBlock(Item item, Arn arn) {
    var block = item.json().path("PublicAccessBlockConfiguration");
    return Optional.of(new BucketPublicAccessBlock(item.origin(arn), arn, block.path("IgnorePublicAcls").asBoolean(false),
        block.path("RestrictPublicBuckets").asBoolean(false)));
  }

  private static Optional<BucketTags> bucketTags(Item item) {
    Arn arn = bucketArn(item, item.document().subject());
    SortedMap<String, String> tags = Fields.tags(item.json().path("TagSet"));
    return Optional.of(new BucketTags(item.origin(arn), arn, tags));
  }

  private static Optional<Secret> secret(Item item) {
    return Arn.find(item.text("ARN")).map(arn -> new Secret(item.origin(arn), arn, item.text("Name"), item.text("KmsKeyId"),
        Fields.tags(item.json().path("Tags"))));
  }

  private static Optional<SecretResourcePolicy> secretPolicy(Item item) {
    return Arn.find(item.text("ARN")).map(arn -> new SecretResourcePolicy(item.origin(arn), arn,
        item.policies(arn).policy(item.json().path("ResourcePolicy"), "/ResourcePolicy", "resource policy")));
  }

  private static Optional<BucketEncryption> bucketEncryption(Item item) {
    Arn arn = bucketArn(item, item.document().subject());
    var rule = item.json().path("ServerSideEncryptionConfiguration").path("Rules").path(0).path("ApplyServerSideEncryptionByDefault");
    return Optional.of(new BucketEncryption(item.origin(arn), arn, Fields.text(rule, "SSEAlgorithm").startsWith("aws:kms"), Fields.text(rule, "KMSMasterKeyID")));
  }

  private static Optional<SsmParameter> parameter(Item item) {
    String name = item.text("Name");
    Arn arn = Arn.find(item.text("ARN")).orElseGet(() -> item.arn("ssm", "parameter/" + name.replaceFirst("^/", "")));
    return name.isEmpty() ? Optional.empty()
        : Optional.of(new SsmParameter(item.origin(arn), arn, name, item.text("Type"), item.text("KeyId")));
  }

  /** The ARN of a snapshot names no account. Source: Service Authorization Reference, "Resource types defined by Amazon EC2". */
  private static Arn snapshotArn(Item item, String id) {
    return Arn.of("ec2", item.document().region(), "", "snapshot/" + id);
  }

  private static Optional<EbsSnapshot> snapshot(Item item) {
    String id = item.text("SnapshotId");
    return id.isEmpty() ? Optional.empty()
        : Optional.of(new EbsSnapshot(item.origin(snapshotArn(item, id)), snapshotArn(item, id), item.text("OwnerId"), item.json().path("Encrypted").asBoolean(false),
            item.text("KmsKeyId"), Fields.tags(item.json().path("Tags"))));
  }

  private static Optional<EbsSnapshotPermissions> snapshotPermissions(Item item) {
    String id = item.text("SnapshotId").isEmpty() ? item.document().subject() : item.text("SnapshotId");
    var permissions = item.json().path("CreateVolumePermissions");
    return id.isEmpty() ? Optional.empty()
        : Optional.of(new EbsSnapshotPermissions(item.origin(snapshotArn(item, id)), snapshotArn(item, id), SharedWith.ofPermissions(permissions)));
  }

  /** An alias that AWS reserves may stand for no key yet. */
  private static Optional<KeyAlias> alias(Item item) {
    return Arn.find(item.text("AliasArn")).map(arn -> new KeyAlias(item.origin(arn), arn, item.text("TargetKeyId")));
  }

  private static Optional<KmsKey> key(Item item) {
    var metadata = item.json().path("KeyMetadata");
    return Arn.find(Fields.text(metadata, "Arn")).map(arn -> new KmsKey(item.origin(arn), arn, Fields.text(metadata, "KeyManager")));
  }

  private static Optional<KeyPolicy> keyPolicy(Item item) {
    Arn arn = Arn.find(item.document().subject()).orElseGet(() -> item.arn("kms", "key/" + item.document().subject()));
    return item.policies(arn).policy(item.json().path("Policy"), "/Policy", "key policy").map(policy -> new KeyPolicy(item.origin(arn), arn, policy));
  }

  private static Optional<LambdaFunction> function(Item item) {
    var variables = item.json().path("Environment").path("Variables");
    List<String> names = variables.has("$redacted") ? Fields.texts(variables.path("names")) : variables.properties().stream().map(java.util.Map.Entry::getKey).toList();
    Arn.find(item.text("FunctionArn")).ifPresent(arn -> place(item, arn));
    Arn.find(item.text("FunctionArn")).filter(arn -> !names.isEmpty()).ifPresent(arn -> item.inventory().add(StoredSettings.of(item.origin(arn), arn, arn,
        "/Environment/Variables", Set.copyOf(names), Set.copyOf(Fields.texts(variables.path("ids"))), item.text("KMSKeyArn"))));
    return Arn.find(item.text("FunctionArn")).map(arn -> new LambdaFunction(item.origin(arn), arn, item.text("Role"), names));
  }

  private static void place(Item item, Arn function) {
    var vpc = item.json().path("VpcConfig");
    List<String> subnets = Fields.texts(vpc.path("SubnetIds"));
    if (!subnets.isEmpty()) {
      item.inventory().add(new VpcPlacement(item.origin(function), function, subnets, "", Fields.texts(vpc.path("SecurityGroupIds")), "", 0, true, false, "/VpcConfig"));
    }
  }
}
