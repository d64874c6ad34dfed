package io.drawbridge.edge.aws;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.EdgeSink;
import io.drawbridge.policy.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Targets of one capability dealt out so that no list holds a node twice: a role that is gained through either of two providers. */
public final class Rounds {

  private final List<List<Target>> rounds = new ArrayList<>();
  private final Map<ResourceId, Integer> dealt = new HashMap<>();

  public void add(Target target) {
    int round = dealt.merge(target.node(), 1, Integer::sum) - 1;
    if (round == rounds.size()) {
      rounds.add(new ArrayList<>());
    }
    rounds.get(round).add(target);
  }

  /** Gives the edges of every caller, of all the lists, to the sink. */
  public void draw(AwsAuthorization authorization, Capability capability, Set<String> free, Collection<AwsIdentity> callers, EdgeSink sink) {
    draw(authorization, capability, free, caller -> Decisions.YES, callers, sink);
  }

  /**
   * The same.
   *
   * @param premise what must be allowed to a caller besides, whatever the target is
   */
  public void draw(AwsAuthorization authorization, Capability capability, Set<String> free, Function<AwsIdentity, Decision> premise,
      Collection<AwsIdentity> callers, EdgeSink sink) {
    for (int i = 0; i < rounds.size(); i++) {
      new CapabilityDerivation(authorization, named(capability, i), rounds.get(i), free, premise).draw(callers, sink);
    }
  }

  /** Sets of further lists are others: their members are fewer. */
  private static Capability named(Capability capability, int round) {
    return round == 0 ? capability
        : new Capability(capability.name() + "-otherwise-" + round, capability.kind(), capability.technique(), capability.likelihood());
  }
}
