package io.drawbridge.edge.aws.data;

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
import io.drawbridge.inventory.aws.Secret;
import io.drawbridge.inventory.aws.SecretResourcePolicy;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A principal reads the value of a Secrets Manager secret: its policies or the secret's own allow it, and so does the key, if it is a
 * customer's.
 *
 * <p>Source: Secrets Manager User Guide, "Permissions policy examples" and "Secret encryption and decryption".
 */
public final class SecretReads implements EdgeRule {

  private static final Operation RESOURCE_POLICY = Operation.parse("secretsmanager:get-resource-policy");
  private static final Capability CAPABILITY = new Capability("read-secret", EdgeKind.CAN_READ_SECRET,
      new Technique("d-secrets", "reads a secret's value", "T1555.006", "grant secretsmanager:GetSecretValue on this secret to those who need it only"), Likelihood.EASY);
  static final Set<String> FREE = Set.of("secretsmanager:versionid", "secretsmanager:versionstage");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("secretsmanager:list-secrets"), RESOURCE_POLICY);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    List<Target> targets = targets(estate);
    new CapabilityDerivation(authorization, CAPABILITY, targets, FREE).draw(authorization.callers(), sink);
    new ForeignCallers(estate, CAPABILITY, new ForeignCallers.Techniques(CAPABILITY.technique(), CAPABILITY.technique()), FREE).draw(targets, sink);
  }

  static List<Target> targets(Estate estate) {
    var context = new ResourceContext(AwsAuthorization.of(estate).mentions());
    var keys = new CustomerKeys(estate, context);
    return estate.inventory().all(Secret.class).stream().map(secret -> target(estate, secret, context, keys)).toList();
  }

  private static Target target(Estate estate, Secret secret, ResourceContext context, CustomerKeys keys) {
    Optional<SecretResourcePolicy> read = estate.inventory().find(SecretResourcePolicy.class, secret.id());
    Optional<NamedPolicy> policy = read.flatMap(SecretResourcePolicy::policy);
    CustomerKeys.KeySide key = keys.of(secret.kmsKeyId(), secret.id(), "secretsmanager", Map.of("SecretARN", secret.id().text(), "SecretVersionId", ""));
    var demand = new Demand("secretsmanager:GetSecretValue", secret.id().text(), secret.id().account(), policy, known(secret, context));
    ResourceSide side = ResourceSide.of(estate, secret.scope(), RESOURCE_POLICY, read.isPresent(), policy, secret.secretName(), secret.id().text());
    List<Requirement> unreadable = Stream.concat(key.unreadable().stream(), side.unreadable().stream()).toList();
    List<Demand> demands = Stream.concat(Stream.of(demand), key.demand().stream()).toList();
    return new Target(secret.id(), demands, new Proof(List.of(), side.unread()), unreadable, key.homeOnly(), Optional.empty());
  }

  private static SortedMap<String, List<String>> known(Secret secret, ResourceContext context) {
    SortedMap<String, List<String>> known = context.of(secret.id(), "secretsmanager", secret.tags());
    if (context.mentioned().contains("secretsmanager:secretid")) {
      known.put("secretsmanager:secretid", List.of(secret.id().text()));
    }
    return known;
  }
}
