package io.drawbridge.edge.aws.compute;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.ForeignCallers;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.graph.EdgeKind;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.Inventory;
import io.drawbridge.inventory.aws.Workload;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A principal runs code of its own on compute that is there already, and passes no role for it: one row for each way.
 *
 * <p>Which role the compute has is said by {@link WorkloadRole}; here only who gets its code onto it. Within one account, and from outside it
 * only where the compute has a policy of its own that lets others in.
 *
 * @param type of the records that it works on
 * @param reads the operations without which they are not known
 * @param steps the requests that it takes on one of them, all of which must be allowed; none where it does not work
 * @param free condition keys that the caller chooses, in lower case
 * @param absent condition keys that the requests do not have, in lower case
 * @param own the compute's own policy, which grants and never forbids
 */
record ExistingCompute<T extends Workload>(
    Capability capability, Class<T> type, List<Operation> reads, Function<T, List<Step>> steps, Set<String> free, Set<String> absent,
    OwnPolicy<T> own) implements EdgeRule {

  ExistingCompute {
    reads = List.copyOf(reads);
    free = Set.copyOf(free);
    absent = Set.copyOf(absent);
  }

  /** Compute that no policy of its own opens. */
  ExistingCompute(
      Capability capability, Class<T> type, List<Operation> reads, Function<T, List<Step>> steps, Set<String> free, Set<String> absent) {
    this(capability, type, reads, steps, free, absent, (inventory, workload) -> Optional.empty());
  }

  /** Where the policy of a piece of compute is. */
  @FunctionalInterface
  interface OwnPolicy<T> {
    Optional<NamedPolicy> find(Inventory inventory, T workload);
  }

  /**
   * One request.
   *
   * @param on the resource that it is asked on, given the compute's ARN; what ends in a slash stands for anything below it that can be named
   */
  record Step(String action, UnaryOperator<String> on) {

    /** On the compute itself. */
    static Step onIt(String action) {
      return new Step(action, UnaryOperator.identity());
    }

    /** On another resource of the same service, account and region. */
    static Step onOther(String action, String resource) {
      return new Step(action, arn -> {
        Arn it = new Arn(arn);
        return Arn.of(it.service(), it.region(), it.account(), resource).text();
      });
    }

    boolean isOnIt(Arn arn) {
      return on.apply(arn.text()).equals(arn.text());
    }
  }

  static Capability capability(String name, Technique technique, Likelihood likelihood) {
    return new Capability(name, EdgeKind.CAN_RUN_CODE, technique, likelihood);
  }

  @Override
  public List<Technique> techniques() {
    return List.of(capability.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    List<Target> targets = new ArrayList<>();
    for (T workload : estate.inventory().all(type)) {
      Optional<NamedPolicy> policy = own.find(estate.inventory(), workload);
      List<Demand> demands = steps.apply(workload).stream().map(step -> demand(step, workload, context, policy)).toList();
      if (!demands.isEmpty()) {
        targets.add(new Target(workload.id(), demands, Proof.of(List.of()), List.of(), policy.isEmpty(), Optional.empty()));
      }
    }
    new CapabilityDerivation(authorization, capability, targets, free).draw(authorization.callers(), sink);
    var same = new ForeignCallers.Techniques(capability.technique(), capability.technique());
    new ForeignCallers(estate, capability, same, free).draw(targets, sink);
  }

  private Demand demand(Step step, T workload, ResourceContext context, Optional<NamedPolicy> policy) {
    Arn arn = workload.id();
    SortedMap<String, List<String>> known = step.isOnIt(arn) ? known(workload, context) : context.region(arn);
    absent.forEach(key -> known.put(key, List.of()));
    Optional<NamedPolicy> speaking = policy.filter(own -> step.isOnIt(arn) && own.document().statements().stream().anyMatch(one -> one.speaksOf(step.action)));
    return new Demand(step.action, step.on.apply(arn.text()), arn.account(), speaking, known);
  }

  /** Tags that the listing does not tell stay open. */
  static SortedMap<String, List<String>> known(Workload workload, ResourceContext context) {
    return workload.tags().map(tags -> context.of(workload.id(), workload.id().service(), tags)).orElseGet(() -> context.region(workload.id()));
  }
}
