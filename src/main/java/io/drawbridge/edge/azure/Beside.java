package io.drawbridge.edge.azure;

import io.drawbridge.policy.Decision;
import java.util.List;
import java.util.Set;

/** What somebody needs besides the action that a capability is about. */
interface Beside {

  Beside NOTHING = new Beside() {
    @Override
    public Decision decide(Set<String> ids) {
      return new Decision.Allowed(List.of());
    }

    @Override
    public Decision decide(JointGrant power) {
      return new Decision.Allowed(List.of());
    }

    @Override
    public Set<String> mentioned() {
      return Set.of();
    }
  };

  /** Whether somebody has it whose own object id and groups these are. */
  Decision decide(Set<String> ids);

  /** Whether a power has it, by what it holds. */
  Decision decide(JointGrant power);

  /** The ids that can make a difference. */
  Set<String> mentioned();
}
