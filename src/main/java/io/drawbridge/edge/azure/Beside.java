package io.drawbridge.edge.azure;

import io.drawbridge.edge.Ruling;
import io.drawbridge.graph.Proof;
import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Set;

/** What somebody needs besides the action that a capability is about. */
interface Beside {

  Ruling ALWAYS = new Ruling(new Decision.Allowed(List.of()), Proof.of(List.of()));

  Beside NOTHING = new Beside() {
    @Override
    public Ruling decide(Set<String> ids) {
      return ALWAYS;
    }

    @Override
    public Ruling decide(JointGrant power) {
      return ALWAYS;
    }

    @Override
    public Set<String> mentioned() {
      return Set.of();
    }
  };

  /** Whether somebody has it whose own object id and groups these are; the proof says only what was not read of it. */
  Ruling decide(Set<String> ids);

  /** Whether a power has it, by what it holds. */
  Ruling decide(JointGrant power);

  /** The ids that can make a difference. */
  Set<String> mentioned();
}
