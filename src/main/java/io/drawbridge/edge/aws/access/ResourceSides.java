package io.drawbridge.edge.aws.access;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.PatternMeet;
import io.drawbridge.edge.aws.AccessPointKeys;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.BucketSide;
import io.drawbridge.edge.aws.CustomerKeys;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.ResourceSide;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.BucketTags;
import io.drawbridge.inventory.aws.DynamoDbTable;
import io.drawbridge.inventory.aws.DynamoDbTablePolicy;
import io.drawbridge.inventory.aws.EcrRepository;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.aws.KeyPolicy;
import io.drawbridge.inventory.aws.LambdaFunction;
import io.drawbridge.inventory.aws.LambdaFunctionPolicy;
import io.drawbridge.inventory.aws.SearchDomain;
import io.drawbridge.inventory.aws.Secret;
import io.drawbridge.inventory.aws.SecretResourcePolicy;
import io.drawbridge.inventory.aws.SnsTopic;
import io.drawbridge.inventory.aws.SqsQueue;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What every resource of the estate has to say for itself when somebody asks to use it, whatever the action.
 *
 * <p>Why apart from the rules: they know one action and what it takes besides; who asks who can do something names any.
 */
final class ResourceSides {

  private static final Operation SECRET_POLICY = Operation.parse("secretsmanager:get-resource-policy");
  private static final Operation FUNCTION_POLICY = Operation.parse("lambda:get-policy");
  private static final Operation REPOSITORY_POLICY = Operation.parse("ecr:get-repository-policy");
  private static final Operation TABLE_POLICY = Operation.parse("dynamodb:get-resource-policy");

  /** What reads the policies of resources, by service; of some no parser keeps them. */
  private static final Map<String, Operation> POLICIES = Map.of(
      "s3", BucketSide.POLICY,
      "secretsmanager", SECRET_POLICY,
      "dynamodb", TABLE_POLICY,
      "kms", Operation.parse("kms:get-key-policy"),
      "sqs", Operation.parse("sqs:get-queue-attributes"),
      "sns", Operation.parse("sns:get-topic-attributes"),
      "ecr", REPOSITORY_POLICY,
      "lambda", FUNCTION_POLICY);

  private static final List<String> HOLDING = List.of("arn:aws:s3:::", "arn:aws:es:");

  private final Estate estate;
  private final ResourceContext context;
  private final SortedMap<String, Side> known = new TreeMap<>();

  /**
   * One resource's own side.
   *
   * @param arn the resource; for a bucket, whatever lies in it is meant too
   * @param account that owns it; empty for {@code *}, and when nobody knows
   * @param homeOnly true when nobody outside the account gets in, whatever the policy says
   */
  record Side(String arn, String account, ResourceSide own, SortedMap<String, List<String>> context, boolean homeOnly) {

    Optional<NamedPolicy> policy() {
      return own.policy();
    }
  }

  private ResourceSides(Estate estate) {
    this.estate = estate;
    this.context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var inventory = estate.inventory();
    inventory.all(IamRole.class).forEach(role -> put(role.id(), read(role.trust().map(trust -> new NamedPolicy("trust", trust))), context.of(role.id(), "iam", role.tags())));
    inventory.all(IamUser.class).forEach(user -> put(user.id(), read(Optional.empty()), context.of(user.id(), "iam", user.tags())));
    inventory.all(KeyPolicy.class).forEach(key -> put(key.id(), read(Optional.of(CustomerKeys.withGrants(inventory, key))), context.region(key.id())));
    inventory.all(SnsTopic.class).forEach(topic -> put(topic.id(), read(topic.policy()), context.region(topic.id())));
    inventory.all(SearchDomain.class).forEach(domain -> put(domain.id(), read(domain.policy()), context.region(domain.id())));
    inventory.all(SqsQueue.class).forEach(queue -> put(queue.id(), read(queue.policy()), context.region(queue.id())));
    inventory.all(Bucket.class).forEach(this::bucket);
    inventory.all(Secret.class).forEach(this::secret);
    inventory.all(DynamoDbTable.class).forEach(this::table);
    inventory.all(LambdaFunction.class).forEach(this::function);
    inventory.all(EcrRepository.class).forEach(this::repository);
  }

  static ResourceSides of(Estate estate) {
    return estate.view(ResourceSides.class, ResourceSides::new);
  }

  /** Every resource with a policy of its own, by id. */
  List<Side> withPolicies() {
    return known.values().stream().filter(side -> side.policy().isPresent()).toList();
  }

  /** Every resource that the estate knows and a pattern may speak of, by id. */
  Stream<Side> within(String pattern) {
    return known.values().stream().filter(side -> parts(side, pattern).findAny().isPresent());
  }

  /** What a pattern takes in of a resource: itself, and for a bucket or a search domain what lies in it. */
  static Stream<String> parts(Side side, String pattern) {
    Stream<String> forms = HOLDING.stream().anyMatch(side.arn()::startsWith) ? Stream.of(side.arn(), side.arn() + "/*") : Stream.of(side.arn());
    return forms.flatMap(form -> PatternMeet.ofResources(pattern, form).stream());
  }

  /**
   * The side of what a request names.
   *
   * @param owner the account that owns the resource, where its ARN does not say it and the estate does not know it; or empty
   */
  Side of(String resource, String owner) {
    Optional<Arn> arn = Arn.find(resource);
    if (arn.isEmpty()) {
      return new Side(resource, "", read(Optional.empty()), new TreeMap<>(), false);
    }
    Side side = known.get(stem(arn.get()));
    if (side != null) {
      return side;
    }
    String account = arn.get().account().isEmpty() ? owner : arn.get().account();
    List<Unread> unread = Stream.ofNullable(POLICIES.get(arn.get().service())).map(operation -> new Unread(Scope.account(account), operation.toString())).toList();
    return new Side(resource, account, new ResourceSide(Optional.empty(), List.of(), unread), context.region(arn.get()), false);
  }

  /** An object lies in its bucket, an index in its domain. */
  private static String stem(Arn arn) {
    int slash = arn.resource().indexOf('/', arn.service().equals("es") ? "domain/".length() : 0);
    return HOLDING.stream().anyMatch(arn.text()::startsWith) && slash > 0 ? arn.text().substring(0, arn.text().length() - arn.resource().length() + slash) : arn.text();
  }

  private void bucket(Bucket bucket) {
    BucketSide side = BucketSide.of(estate, bucket);
    SortedMap<String, List<String>> keys = estate.inventory().find(BucketTags.class, bucket.id())
        .map(tags -> context.of(bucket.id(), "s3", tags.tags())).orElseGet(() -> context.region(bucket.id()));
    keys.putAll(AccessPointKeys.NONE);
    keys.put("s3:resourceaccount", List.of(bucket.scope().id()));
    known.put(bucket.id().text(), new Side(bucket.id().text(), bucket.scope().id(), side.own(), keys, side.homeOnly()));
  }

  private void secret(Secret secret) {
    Optional<SecretResourcePolicy> read = estate.inventory().find(SecretResourcePolicy.class, secret.id());
    put(secret.id(), ResourceSide.of(estate, secret.scope(), SECRET_POLICY, read.isPresent(), read.flatMap(SecretResourcePolicy::policy), secret.secretName(),
        secret.id().text()), context.of(secret.id(), "secretsmanager", secret.tags()));
  }

  private void table(DynamoDbTable table) {
    Optional<NamedPolicy> policy = estate.inventory().find(DynamoDbTablePolicy.class, table.id()).map(DynamoDbTablePolicy::policy);
    put(table.id(), ResourceSide.of(estate, table.scope(), TABLE_POLICY, policy.isPresent(), policy, table.id().name(), table.id().text()),
        context.region(table.id()));
  }

  private void function(LambdaFunction function) {
    Optional<NamedPolicy> policy = LambdaFunctionPolicy.of(estate.inventory(), function);
    put(function.id(), ResourceSide.of(estate, function.scope(), FUNCTION_POLICY, policy.isPresent(), policy, function.name(), function.id().text()),
        context.region(function.id()));
  }

  private void repository(EcrRepository repository) {
    Optional<NamedPolicy> policy = repository.policy(estate.inventory());
    put(repository.id(), ResourceSide.of(estate, repository.scope(), REPOSITORY_POLICY, policy.isPresent(), policy, repository.name(), repository.id().text()),
        context.region(repository.id()));
  }

  private static ResourceSide read(Optional<NamedPolicy> policy) {
    return new ResourceSide(policy, List.of(), List.of());
  }

  private void put(Arn arn, ResourceSide own, SortedMap<String, List<String>> keys) {
    known.put(arn.text(), new Side(arn.text(), arn.account(), own, keys, false));
  }
}
