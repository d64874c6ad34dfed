package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.cloud.Scope;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.Estate;
import io.drawbridge.graph.Unread;
import io.drawbridge.inventory.aws.Bucket;
import io.drawbridge.inventory.aws.BucketPolicy;
import io.drawbridge.inventory.aws.BucketTags;
import io.drawbridge.inventory.aws.IamRole;
import io.drawbridge.inventory.aws.IamUser;
import io.drawbridge.inventory.aws.KeyPolicy;
import io.drawbridge.inventory.aws.Secret;
import io.drawbridge.inventory.aws.SecretResourcePolicy;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every resource of the estate has to say for itself when somebody asks to use it, whatever the action.
 *
 * <p>Why apart from the rules: they know one action and what it takes besides; who asks who can do something names any.
 */
final class ResourceSides {

  private static final Operation BUCKET_POLICY = Operation.parse("s3:get-bucket-policy");
  private static final Operation SECRET_POLICY = Operation.parse("secretsmanager:get-resource-policy");
  private static final Operation KEY_POLICY = Operation.parse("kms:get-key-policy");

  /** Services whose resources may have a policy that no parser reads in full. */
  private static final Map<String, Operation> UNREAD_POLICIES = Map.of(
      "sns", Operation.parse("sns:get-topic-attributes"),
      "sqs", Operation.parse("sqs:get-queue-attributes"),
      "ecr", Operation.parse("ecr:get-repository-policy"),
      "lambda", Operation.parse("lambda:get-policy"));

  private final Estate estate;
  private final ResourceContext context;
  private final SortedMap<String, Side> known = new TreeMap<>();

  /**
   * One resource's own side.
   *
   * @param pattern its ARN, with everything below it for a bucket
   * @param account that owns it; empty for {@code *}
   * @param policy its own
   * @param unreadable what of it exists and could not be read
   * @param unread what of it was never collected
   * @param homeOnly true when nobody outside the account gets in, whatever the policy says
   */
  record Side(String pattern, String account, Optional<NamedPolicy> policy, SortedMap<String, List<String>> context, List<Requirement> unreadable,
      List<Unread> unread, boolean homeOnly) {}

  private ResourceSides(Estate estate) {
    this.estate = estate;
    this.context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var inventory = estate.inventory();
    inventory.all(IamRole.class).forEach(role -> put(role.id().text(), role.id().account(),
        role.trust().map(trust -> new NamedPolicy("trust", trust)), context.of(role.id(), "iam", role.tags())));
    inventory.all(IamUser.class).forEach(user -> put(user.id().text(), user.id().account(), Optional.empty(), context.of(user.id(), "iam", user.tags())));
    inventory.all(Bucket.class).forEach(this::bucket);
    inventory.all(Secret.class).forEach(this::secret);
    inventory.all(KeyPolicy.class).forEach(key -> put(key.id().text(), key.id().account(), Optional.of(key.policy()), context.region(key.id())));
  }

  static ResourceSides of(Estate estate) {
    return estate.view(ResourceSides.class, ResourceSides::new);
  }

  /** Every resource with a policy of its own, by id. */
  List<Side> withPolicies() {
    return known.values().stream().filter(side -> side.policy().isPresent()).toList();
  }

  /**
   * The side of what a request names.
   *
   * @param owner the account that owns the resource, where its ARN does not say it and the estate does not know it; or empty
   */
  Side of(String resource, String owner) {
    Optional<Arn> arn = Arn.find(resource);
    if (arn.isEmpty()) {
      return bare(resource, "", new TreeMap<>(), List.of());
    }
    Side side = known.get(stem(arn.get()));
    if (side != null) {
      return side;
    }
    String account = arn.get().account().isEmpty() ? owner : arn.get().account();
    return bare(resource, account, context.region(arn.get()), unread(arn.get(), account));
  }

  /** An object lies in its bucket. */
  private static String stem(Arn arn) {
    int slash = arn.resource().indexOf('/');
    return arn.service().equals("s3") && slash > 0 ? arn.text().substring(0, arn.text().length() - arn.resource().length() + slash) : arn.text();
  }

  private List<Unread> unread(Arn arn, String account) {
    Operation operation = switch (arn.service()) {
      case "s3" -> BUCKET_POLICY;
      case "secretsmanager" -> SECRET_POLICY;
      case "kms" -> KEY_POLICY;
      default -> UNREAD_POLICIES.get(arn.service());
    };
    return operation == null ? List.of() : List.of(new Unread(Scope.account(account), operation.toString()));
  }

  private void bucket(Bucket bucket) {
    Optional<NamedPolicy> policy = estate.inventory().find(BucketPolicy.class, bucket.id()).map(BucketPolicy::policy);
    SortedMap<String, List<String>> keys = estate.inventory().find(BucketTags.class, bucket.id())
        .map(tags -> context.of(bucket.id(), "s3", tags.tags())).orElseGet(() -> context.region(bucket.id()));
    keys.put("s3:resourceaccount", List.of(bucket.scope().id()));
    var sides = new Sides();
    if (policy.isEmpty()) {
      sides.missing(bucket.scope(), BUCKET_POLICY, bucket.name());
    }
    boolean homeOnly = policy.filter(own -> PublicPolicy.is(own.document())).isPresent() && ObjectReads.restricts(estate, bucket);
    put(new Side(bucket.id().text(), bucket.scope().id(), policy, keys, sides.unreadable, sides.unread, homeOnly));
  }

  private void secret(Secret secret) {
    Optional<SecretResourcePolicy> read = estate.inventory().find(SecretResourcePolicy.class, secret.id());
    var sides = new Sides();
    if (read.isEmpty()) {
      sides.missing(secret.scope(), SECRET_POLICY, secret.secretName());
    }
    put(new Side(secret.id().text(), secret.id().account(), read.flatMap(SecretResourcePolicy::policy), context.of(secret.id(), "secretsmanager", secret.tags()),
        sides.unreadable, sides.unread, false));
  }

  private void put(String arn, String account, Optional<NamedPolicy> policy, SortedMap<String, List<String>> keys) {
    put(new Side(arn, account, policy, keys, List.of(), List.of(), false));
  }

  private void put(Side side) {
    known.put(side.pattern(), side);
  }

  private static Side bare(String resource, String account, SortedMap<String, List<String>> keys, List<Unread> unread) {
    return new Side(resource, account, Optional.empty(), keys, List.of(), unread, false);
  }

  /** What was not read of one resource. */
  private final class Sides {
    private final List<Requirement> unreadable = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    void missing(Scope scope, Operation operation, String subject) {
      switch (estate.coverage().reading(scope, operation, subject)) {
        case READ -> {}
        case UNREADABLE -> unreadable.add(Unreadable.of(operation.toString(), subject, "policy"));
        case NEVER_COLLECTED -> unread.add(new Unread(scope, operation.toString()));
      }
    }
  }
}
