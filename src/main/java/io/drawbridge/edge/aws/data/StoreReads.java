package io.drawbridge.edge.aws.data;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.CustomerKeys;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ForeignCallers;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ResourceSide;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.DynamoDbTable;
import io.drawbridge.inventory.aws.DynamoDbTablePolicy;
import io.drawbridge.inventory.aws.SnsTopic;
import io.drawbridge.inventory.aws.SqsQueue;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A principal reads the items of a table, the messages of a queue or those of a topic, by any one of the calls that answer them; its own policies or
 * the store's allow it, and so does the key, if it is a customer's.
 *
 * <p>Source: Service Authorization Reference for DynamoDB and SQS; DynamoDB Developer Guide, "Using resource-based policies" and "DynamoDB
 * encryption at rest"; SQS Developer Guide, "Key management"; SNS Developer Guide, "Example cases for Amazon SNS access control". <b>Not
 * modelled:</b> streams, exports and backups of tables; tags of tables and queues, on which conditions stay open; messages that nobody sends.
 *
 * @param actions each of which reads
 */
public record StoreReads(ReadableStore store, List<String> actions, Technique technique, List<Operation> reads) implements EdgeRule {

  private static final Operation TABLE_POLICY = Operation.parse("dynamodb:get-resource-policy");

  static final ReadableStore TABLES = new ReadableStore("table", EdgeKind.CAN_READ_DATA, StoreReads::tables,
      Set.of("dynamodb:attributes", "dynamodb:leadingkeys", "dynamodb:select", "dynamodb:returnconsumedcapacity", "dynamodb:enclosingoperation", "dynamodb:fulltablescan"));
  static final ReadableStore QUEUES = new ReadableStore("queue", EdgeKind.CAN_READ_DATA, StoreReads::queues, Set.of());
  static final ReadableStore TOPICS = new ReadableStore("topic", EdgeKind.CAN_READ_DATA, StoreReads::topics, Set.of("sns:protocol", "sns:endpoint"));

  public static final List<StoreReads> ALL =
      List.of(
          new StoreReads(TABLES, List.of("dynamodb:Scan", "dynamodb:Query", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PartiQLSelect"),
              new Technique("aws-read-items", "reads the items of a table", "T1530", "grant reads of this table to those who need them only"),
              List.of(Operation.parse("dynamodb:describe-table"), TABLE_POLICY)),
          new StoreReads(QUEUES, List.of("sqs:ReceiveMessage"),
              new Technique("aws-receive-messages", "receives the messages of a queue", "T1530", "grant sqs:ReceiveMessage to the queue's consumers only"),
              List.of(Operation.parse("sqs:get-queue-attributes"))),
          new StoreReads(TOPICS, List.of("sns:Subscribe"),
              new Technique("aws-subscribe-topic", "subscribes to a topic and receives its messages", "T1530", "grant sns:Subscribe to the topic's subscribers only"),
              List.of(Operation.parse("sns:get-topic-attributes"))));

  @Override
  public List<Technique> techniques() {
    return List.of(technique);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    List<Target> all = store.targets().apply(estate);
    var capability = new Capability("read-" + store.name(), store.kind(), technique, Likelihood.EASY);
    for (String action : actions) {
      List<Target> targets = all.stream().map(target -> asked(target, action)).toList();
      new CapabilityDerivation(authorization, capability, targets, store.free()).draw(authorization.callers(), sink);
      new ForeignCallers(estate, capability, new ForeignCallers.Techniques(technique, technique), store.free()).draw(targets, sink);
    }
  }

  private static Target asked(Target target, String action) {
    Demand first = target.demands().getFirst();
    List<Demand> demands = new ArrayList<>(target.demands());
    demands.set(0, new Demand(action, first.arn(), first.account(), first.policy(), first.context()));
    return new Target(target.node(), demands, target.facts(), target.unreadable(), target.homeOnly(), target.lasting());
  }

  private static List<Target> tables(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var keys = new CustomerKeys(estate, context);
    List<Target> targets = new ArrayList<>();
    for (DynamoDbTable table : estate.inventory().all(DynamoDbTable.class)) {
      Optional<NamedPolicy> policy = estate.inventory().find(DynamoDbTablePolicy.class, table.id()).map(DynamoDbTablePolicy::policy);
      ResourceSide side = ResourceSide.of(estate, table.scope(), TABLE_POLICY, policy.isPresent(), policy, table.id().name(), table.id().text());
      targets.add(target(table.id(), "dynamodb:GetItem", side,
          key(table.kmsKeyId(), table.id(), "dynamodb", Map.of("aws:dynamodb:tableName", table.id().name(), "aws:dynamodb:subscriberId", table.id().account()), keys), context));
    }
    return targets;
  }

  private static List<Target> queues(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var keys = new CustomerKeys(estate, context);
    return estate.inventory().all(SqsQueue.class).stream().map(queue -> target(queue.id(), "sqs:ReceiveMessage",
        new ResourceSide(queue.policy(), List.of(), List.of()),
        key(queue.kmsKeyId(), queue.id(), "sqs", Map.of("aws:sqs:arn", queue.id().text()), keys), context)).toList();
  }

  /** Whoever subscribes needs no key: SNS decrypts what it sends. */
  private static List<Target> topics(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    return estate.inventory().all(SnsTopic.class).stream()
        .map(topic -> target(topic.id(), "sns:Subscribe", new ResourceSide(topic.policy(), List.of(), List.of()), CustomerKeys.KeySide.NONE, context)).toList();
  }

  /** A store that names no key of KMS asks nobody about one. */
  private static CustomerKeys.KeySide key(String keyId, Arn store, String service, Map<String, String> bound, CustomerKeys keys) {
    return keyId.isEmpty() ? CustomerKeys.KeySide.NONE : keys.of(keyId, store, service, bound);
  }

  private static Target target(Arn arn, String action, ResourceSide side, CustomerKeys.KeySide key, ResourceContext context) {
    var demand = new Demand(action, arn.text(), arn.account(), side.policy(), context.region(arn));
    return new Target(arn, Stream.concat(Stream.of(demand), key.demand().stream()).toList(), new Proof(List.of(), side.unread()),
        Stream.concat(side.unreadable().stream(), key.unreadable().stream()).toList(), key.homeOnly(), Optional.empty());
  }
}
