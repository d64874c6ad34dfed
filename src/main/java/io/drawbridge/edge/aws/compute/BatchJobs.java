package io.drawbridge.edge.aws.compute;

import io.drawbridge.coverage.Operation;
import io.drawbridge.edge.EdgeRule;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.aws.AwsAuthorization;
import io.drawbridge.edge.aws.AwsIdentity;
import io.drawbridge.edge.aws.Capability;
import io.drawbridge.edge.aws.CapabilityDerivation;
import io.drawbridge.edge.aws.Demand;
import io.drawbridge.edge.aws.FreeKeys;
import io.drawbridge.edge.aws.ResourceContext;
import io.drawbridge.edge.aws.Target;
import io.drawbridge.edge.aws.TargetDecision;
import io.drawbridge.graph.Likelihood;
import io.drawbridge.graph.Proof;
import io.drawbridge.graph.Technique;
import io.drawbridge.inventory.aws.BatchJobDefinition;
import io.drawbridge.inventory.aws.BatchJobQueue;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A principal submits a job of a definition that is there, with a command of its own, to any queue of the region that takes it.
 *
 * <p>Source: Batch API reference, SubmitJob (container overrides); Service Authorization Reference, "for AWS Batch" (definition and
 * queue are both asked). <b>Not modelled:</b> permissions that name a definition without its revision; jobs of several nodes and on EKS,
 * whose commands are overridden elsewhere.
 */
public final class BatchJobs implements EdgeRule {

  private static final String SUBMIT = "batch:SubmitJob";
  private static final Capability CAPABILITY = ExistingCompute.capability("submit-job", new Technique("batch-002",
      "submits a job with a command of its own", "T1648", "grant batch:SubmitJob on the definitions and queues that are needed only"), Likelihood.LIKELY);

  /** Definitions and queues meet in one account and region. */
  private record Place(String account, String region) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return (account + region).compareTo(other.account + other.region);
    }
  }

  @Override
  public List<Operation> reads() {
    return List.of(Operation.parse("batch:describe-job-definitions"), Operation.parse("batch:describe-job-queues"));
  }

  @Override
  public List<Technique> techniques() {
    return List.of(CAPABILITY.technique());
  }

  @Override
  public void derive(Estate estate, EdgeSink sink) {
    AwsAuthorization authorization = AwsAuthorization.of(estate);
    var context = new ResourceContext(authorization.mentions());
    Map<Place, List<Target>> queues = queues(estate, context);
    Map<Place, List<Target>> definitions = new TreeMap<>();
    for (BatchJobDefinition definition : estate.inventory().all(BatchJobDefinition.class)) {
      var place = new Place(definition.id().account(), definition.id().region());
      if (definition.usable() && queues.containsKey(place)) {
        var demand = new Demand(SUBMIT, definition.id().text(), place.account, Optional.empty(), ExistingCompute.known(definition, context));
        definitions.computeIfAbsent(place, none -> new ArrayList<>())
            .add(new Target(definition.id(), List.of(demand), Proof.of(List.of()), List.of(), true, Optional.empty()));
      }
    }
    var decisions = new TargetDecision(authorization, Set.of());
    definitions.forEach((place, targets) -> new CapabilityDerivation(authorization, CAPABILITY, targets, Set.of(),
        caller -> best(caller, queues.getOrDefault(place, List.of()), decisions)).draw(authorization.callers(), sink));
  }

  private static Map<Place, List<Target>> queues(Estate estate, ResourceContext context) {
    Map<Place, List<Target>> queues = new TreeMap<>();
    for (BatchJobQueue queue : estate.inventory().all(BatchJobQueue.class)) {
      if (queue.enabled()) {
        var demand = new Demand(SUBMIT, queue.id().text(), queue.id().account(), Optional.empty(), context.of(queue.id(), "batch", queue.tags()));
        queues.computeIfAbsent(new Place(queue.id().account(), queue.id().region()), none -> new ArrayList<>()).add(Target.of(queue.id(), List.of(demand)));
      }
    }
    return queues;
  }

  /** One queue is enough. */
  private static Decision best(AwsIdentity caller, List<Target> queues, TargetDecision decisions) {
    Decision best = new Decision.Denied(false, List.of());
    for (Target queue : queues) {
      Decision decision = decisions.of(caller, queue);
      best = FreeKeys.rank(decision) < FreeKeys.rank(best) ? decision : best;
      if (best instanceof Decision.Allowed) {
        break;
      }
    }
    return best;
  }
}
