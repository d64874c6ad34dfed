package io.drawbridge.policy;

import java.util.List;

/** Whether one request is allowed, with the least set of statements that explains it. */
public sealed interface Decision {

  /** The statements that explain the decision; for an implicit denial, those that came closest or none. */
  List<Ground> by();

  /** Allowed whatever the open keys turn out to be. */
  record Allowed(List<Ground> by) implements Decision {
    public Allowed {
      by = List.copyOf(by);
    }
  }

  /**
   * Not allowed.
   *
   * @param explicit true when a statement denies, false when nothing allows
   */
  record Denied(boolean explicit, List<Ground> by) implements Decision {
    public Denied {
      by = List.copyOf(by);
    }
  }

  /**
   * Allowed if one of the alternatives holds.
   *
   * @param alternatives at least one; none of them empty
   * @param approximated true when there were more alternatives and the weakest readable one stands for them
   */
  record Conditional(List<Residual> alternatives, List<Ground> by, boolean approximated) implements Decision {
    public Conditional {
      alternatives = List.copyOf(alternatives);
      by = List.copyOf(by);
    }
  }

  /** True unless the request is denied. */
  default boolean possible() {
    return !(this instanceof Denied);
  }
}
