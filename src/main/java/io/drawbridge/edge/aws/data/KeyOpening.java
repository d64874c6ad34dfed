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
import io.drawbridge.edge.aws.StatedPolicy;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Technique;
import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A principal that may read what a customer's key encrypts lets itself use the key: by a grant, which adds to the key's policy, or by a new
 * policy, which takes its place.
 *
 * <p>The key alone opens nothing: the read must be allowed as well. Source: KMS Developer Guide, "Grants in AWS KMS", "Condition keys for
 * AWS KMS" and KMS API Reference, PutKeyPolicy (cross-account use: no). <b>Not modelled:</b> grants that a service makes for the caller;
 * keys and data of different accounts; a grant to a principal of another name, where a condition holds grantees to one.
 */
public record KeyOpening(String action, boolean replaces, Technique technique) implements EdgeRule {

  public static final List<KeyOpening> ALL =
      List.of(
          new KeyOpening("kms:CreateGrant", false, new Technique("d-kms-grant", "grants itself the use of the key and reads what it encrypts", "T1098",
              "grant kms:CreateGrant on the condition kms:GrantIsForAWSResource only")),
          new KeyOpening("kms:PutKeyPolicy", true, new Technique("d-kms-keypolicy", "rewrites the policy of the key and reads what it encrypts", "T1098",
              "grant kms:PutKeyPolicy to administrators of the key only")));

  private static final Set<String> FREE = Set.of("kms:retiringprincipal", "kms:bypasspolicylockoutsafetycheck");

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("kms:get-key-policy"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(technique);
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    for (ReadableStore store : ReadableStore.ALL) {
      List<Target> targets = store.targets().apply(estate).stream().flatMap(read -> target(read, authorization).stream()).toList();
      Set<String> free = new HashSet<>(store.free());
      free.addAll(FREE);
      var capability = new Capability(technique.id().replaceFirst("^d-", "") + "-of-" + store.name(), store.kind(), technique, Likelihood.LIKELY);
      new CapabilityDerivation(authorization, capability, targets, free).draw(authorization.callers(), sink);
    }
  }

  private Optional<Target> target(Target read, AwsAuthorization authorization) {
    Demand last = read.demands().getLast();
    boolean home = last.account().equals(read.account());
    if (!last.action().equals(CustomerKeys.DECRYPT) || !home) {
      return Optional.empty();
    }
    List<Demand> demands = new ArrayList<>(read.demands().subList(0, read.demands().size() - 1));
    demands.add(new Demand(action, last.arn(), last.account(), last.policy(), known(last, authorization)));
    demands.add(last.under(Optional.of(replaces ? StatedPolicy.LETTING_ANYBODY_IN : granting(last))));
    return Optional.of(new Target(read.node(), demands, read.facts(), read.unreadable(), true, read.lasting()));
  }

  /** What the key's policy says besides the grant. */
  private static NamedPolicy granting(Demand decrypt) {
    List<Statement> all = new ArrayList<>(decrypt.policy().stream().flatMap(policy -> policy.document().statements().stream()).toList());
    all.addAll(StatedPolicy.LETTING_ANYBODY_IN.document().statements());
    return new NamedPolicy("key policy", new PolicyDocument("2012-10-17", all));
  }

  /** The caller asks KMS itself, for the one operation that it needs. */
  private static SortedMap<String, List<String>> known(Demand decrypt, AwsAuthorization authorization) {
    SortedMap<String, List<String>> known = new TreeMap<>();
    decrypt.context().forEach((key, values) -> known.put(key, key.startsWith("kms:") ? List.of() : values));
    if (authorization.mentions().contains("kms:grantisforawsresource")) {
      known.put("kms:grantisforawsresource", List.of("false"));
    }
    if (authorization.mentions().contains("kms:grantoperations")) {
      known.put("kms:grantoperations", List.of("Decrypt"));
    }
    return known;
  }
}
