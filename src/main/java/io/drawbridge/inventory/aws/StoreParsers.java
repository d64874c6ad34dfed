package io.drawbridge.inventory.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Fields;
import io.drawbridge.inventory.ResourceParser;
import io.drawbridge.inventory.aws.ListParser.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parsers of tables, queues, topics and search domains, and of what opens buckets besides their policies. */
final class StoreParsers {

  static final List<ResourceParser> ALL =
      List.of(
          ListParser.of("dynamodb:describe-table", "", StoreParsers::table),
          ListParser.of("dynamodb:get-resource-policy", "", StoreParsers::tablePolicy),
          ListParser.of("sqs:get-queue-attributes", "", StoreParsers::queue),
          ListParser.of("sns:get-topic-attributes", "", StoreParsers::topic),
          ListParser.of("es:describe-elasticsearch-domain", "", item -> domain(item, item.json().path("DomainStatus"))),
          ListParser.of("opensearch:describe-domain", "", item -> domain(item, item.json().path("DomainStatus"))),
          ListParser.of("s3:get-bucket-acl", "", StoreParsers::bucketAcl),
          ListParser.of("s3:get-bucket-ownership-controls", "", StoreParsers::bucketOwnership));

  private static final Set<String> EVERYBODY = Set.of("/AllUsers", "/AuthenticatedUsers");
  private static final Set<String> WRITING = Set.of("WRITE", "WRITE_ACP", "FULL_CONTROL");

  private StoreParsers() {}

  private static Optional<DynamoDbTable> table(Item item) {
    JsonNode table = item.json().has("Table") ? item.json().path("Table") : item.json();
    return Arn.find(Fields.text(table, "TableArn"))
        .map(arn -> new DynamoDbTable(item.origin(arn), arn, Fields.text(table.path("SSEDescription"), "KMSMasterKeyArn")));
  }

  private static Optional<DynamoDbTablePolicy> tablePolicy(Item item) {
    String subject = item.document().subject();
    Arn arn = Arn.find(subject).orElseGet(() -> item.arn("dynamodb", "table/" + subject));
    return item.policies(arn).policy(item.json().path("Policy"), "/Policy", "table policy").map(policy -> new DynamoDbTablePolicy(item.origin(arn), arn, policy));
  }

  /** Without its ARN, a queue is known by the end of its address. */
  private static Optional<SqsQueue> queue(Item item) {
    JsonNode attributes = item.json().path("Attributes");
    String subject = item.document().subject();
    String name = subject.substring(subject.lastIndexOf('/') + 1);
    Optional<Arn> named = name.isEmpty() ? Optional.empty() : Optional.of(item.arn("sqs", name));
    return Arn.find(Fields.text(attributes, "QueueArn")).or(() -> named).map(arn -> new SqsQueue(item.origin(arn), arn, Fields.text(attributes, "KmsMasterKeyId"),
        item.policies(arn).policy(attributes.path("Policy"), "/Attributes/Policy", "queue policy")));
  }

  private static Optional<SnsTopic> topic(Item item) {
    JsonNode attributes = item.json().path("Attributes");
    return Arn.find(Fields.text(attributes, "TopicArn")).or(() -> Arn.find(item.document().subject()))
        .map(arn -> new SnsTopic(item.origin(arn), arn, item.policies(arn).policy(attributes.path("Policy"), "/Attributes/Policy", "topic policy")));
  }

  /** A domain without a policy of its own shows an empty text. */
  private static Optional<SearchDomain> domain(Item item, JsonNode json) {
    JsonNode policy = json.path("AccessPolicies");
    return Arn.find(Fields.text(json, "ARN")).map(arn -> new SearchDomain(item.origin(arn), arn,
        policy.asText("").isEmpty() && !policy.isObject() ? Optional.empty() : item.policies(arn).policy(policy, "/DomainStatus/AccessPolicies", "domain policy"),
        !Fields.text(json.path("VPCOptions"), "VPCId").isEmpty(), json.path("AdvancedSecurityOptions").path("Enabled").asBoolean(false)));
  }

  private static Optional<BucketAcl> bucketAcl(Item item) {
    Arn arn = item.global("s3", item.document().subject());
    List<String> permissions = new ArrayList<>();
    item.json().path("Grants").forEach(grant -> {
      if (EVERYBODY.stream().anyMatch(Fields.text(grant.path("Grantee"), "URI")::endsWith)) {
        permissions.add(Fields.text(grant, "Permission"));
      }
    });
    return Optional.of(new BucketAcl(item.origin(arn), arn, !permissions.isEmpty(), permissions.stream().anyMatch(WRITING::contains)));
  }

  private static Optional<BucketOwnership> bucketOwnership(Item item) {
    Arn arn = item.global("s3", item.document().subject());
    boolean enforced = Fields.texts(item.json().path("OwnershipControls").path("Rules"), "ObjectOwnership").contains("BucketOwnerEnforced");
    return Optional.of(new BucketOwnership(item.origin(arn), arn, enforced));
  }
}
