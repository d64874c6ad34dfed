package io.drawbridge.edge.aws.data;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.StatedPolicy;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A principal writes a store's own policy, in which it grants itself the read: it then needs no permission of its own to read, only that
 * nothing forbids it and that the key lets it in.
 *
 * <p>Source: S3 User Guide, "Bucket owner granting its users bucket permissions" and "Blocking public access" (a grant to principals of the
 * account is not public, so that no block stops it); S3 API Reference, PutBucketPolicy (callers outside the bucket's account are refused);
 * Secrets Manager User Guide, "Resource-based policies". <b>Not modelled:</b> letting in an account of one's own, which needs no more.
 */
public record PolicyRewrite(ReadableStore store, String writes, Capability capability, Operation listing) implements EdgeRule {

  public static final List<PolicyRewrite> ALL =
      List.of(
          of(ReadableStore.OBJECTS, "s3:PutBucketPolicy", "s3:list-buckets",
              new Technique("d-s3-bucketpolicy", "rewrites the policy of a bucket and reads its objects", "T1098", "grant s3:PutBucketPolicy to administrators of the bucket only")),
          of(ReadableStore.SECRETS, "secretsmanager:PutResourcePolicy", "secretsmanager:list-secrets",
              new Technique("aws-secret-policy", "rewrites the policy of a secret and reads its value", "T1098",
              "grant secretsmanager:PutResourcePolicy to administrators of the secret only")),
          of(StoreReads.TABLES, "dynamodb:PutResourcePolicy", "dynamodb:describe-table",
              new Technique("aws-table-policy", "rewrites the policy of a table and reads its items", "T1098", "grant dynamodb:PutResourcePolicy to administrators of the table only")),
          of(StoreReads.QUEUES, "sqs:SetQueueAttributes", "sqs:get-queue-attributes",
              new Technique("aws-queue-policy", "rewrites the policy of a queue and receives its messages", "T1098",
              "grant sqs:SetQueueAttributes to administrators of the queue only")),
          of(StoreReads.TOPICS, "sns:SetTopicAttributes", "sns:get-topic-attributes",
              new Technique("aws-topic-policy", "rewrites the policy of a topic and subscribes to it", "T1098", "grant sns:SetTopicAttributes to administrators of the topic only")),
          of(DomainReads.DOMAINS, "es:UpdateDomainConfig", "opensearch:describe-domain",
              new Technique("aws-domain-policy", "rewrites the policy of a domain and searches it", "T1098", "grant es:UpdateDomainConfig to administrators of the domain only")));

  private static PolicyRewrite of(ReadableStore store, String writes, String listing, Technique technique) {
    return new PolicyRewrite(store, writes, new Capability("rewrite-policy-of-" + store.name(), store.kind(), technique, Likelihood.LIKELY), Operation.parse(listing));
  }

  @Override
  public List<Operation> reads() {
    return List.of(listing);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    List<Target> targets = store.targets().apply(estate).stream().map(this::target).toList();
    Set<String> free = new HashSet<>(store.free());
    free.add("secretsmanager:blockpublicpolicy");
    new CapabilityDerivation(authorization, capability, targets, free).draw(authorization.callers(), sink);
  }

  private Target target(Target read) {
    Demand first = read.demands().getFirst();
    List<Demand> demands = new ArrayList<>();
    demands.add(new Demand(writes, ((Arn) read.node()).text(), first.account(), first.policy(), first.context()));
    demands.add(first.under(Optional.of(StatedPolicy.LETTING_ANYBODY_IN)));
    demands.addAll(read.demands().subList(1, read.demands().size()));
    return new Target(read.node(), demands, read.facts(), read.unreadable(), true, read.lasting());
  }
}
