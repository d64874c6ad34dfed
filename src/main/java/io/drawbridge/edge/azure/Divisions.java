package io.drawbridge.edge.azure;

import io.drawbridge.cloud.ResourceId.ArmId;
import io.drawbridge.edge.Estate;
import io.drawbridge.policy.azure.DenyAssignment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The classes of targets of several capabilities: what the same denials and locks bear on is divided once. */
final class Divisions {

  private final Estate estate;

  /** By identity: rows of a table share one list of targets. */
  private final IdentityHashMap<Collection<Target>, Divided> known = new IdentityHashMap<>();

  /** Some targets by what they lie in, and how they were divided. */
  private record Divided(Map<ArmId, List<Target>> below, Map<Alike, DecisionClasses> classes) {}

  /** What has the same classes for the same targets. */
  private record Alike(String set, List<DenyAssignment> denies, boolean refused) {}

  Divisions(Estate estate) {
    this.estate = estate;
  }

  DecisionClasses of(Capability capability, Collection<Target> targets) {
    Divided divided = known.computeIfAbsent(targets, all -> new Divided(below(all), new HashMap<>()));
    var denials = new Denials(estate, capability.actions(), capability.dataAction());
    return divided.classes.computeIfAbsent(new Alike(capability.name(), denials.all(), Locks.refuse(capability)),
        alike -> new DecisionClasses(estate, capability.name(), denials, alike.refused, divided.below));
  }

  private Map<ArmId, List<Target>> below(Collection<Target> targets) {
    ArmScopes scopes = ArmScopes.of(estate);
    Map<ArmId, List<Target>> below = new HashMap<>();
    for (Target target : targets) {
      for (ArmId scope : scopes.chain(target.scope())) {
        if (target.covered().filter(scope::equals).isPresent()) {
          break;
        }
        below.computeIfAbsent(scope, none -> new ArrayList<>()).add(target);
      }
    }
    return below;
  }
}
