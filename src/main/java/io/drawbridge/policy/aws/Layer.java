package io.drawbridge.policy.aws;

import io.drawbridge.policy.Alternatives;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.PolicyLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the policies of one layer say: when they allow, when none of them denies, and which statements say so.
 *
 * @param denied true when a statement denies whatever the open keys are
 */
record Layer(Alternatives allows, Alternatives spares, boolean denied, List<Ground> allowing, List<Ground> denying) {

  /** A layer that is not there. */
  static final Layer ABSENT = new Layer(Alternatives.ALWAYS, Alternatives.ALWAYS, false, List.of(), List.of());

  /** A layer that says nothing. */
  private static final Layer SILENT = new Layer(Alternatives.NEVER, Alternatives.ALWAYS, false, List.of(), List.of());

  /** Evaluates statements of which one allow is enough. */
  static Layer of(PolicyLayer kind, List<NamedStatement> statements, StatementMatch request, Function<Statement, Truth> concerns) {
    if (statements.isEmpty()) {
      return SILENT;
    }
    Alternatives allows = Alternatives.NEVER;
    Alternatives spares = Alternatives.ALWAYS;
    boolean denied = false;
    List<Ground> allowing = new ArrayList<>();
    List<Ground> denying = new ArrayList<>();
    for (NamedStatement named : statements) {
      Statement statement = named.statement();
      if (statement.allows() && allows.isAlways()) {
        continue;
      }
      Truth addressed = concerns.apply(statement);
      Truth applies = addressed.isNo() ? Truth.NO : addressed.and(request.applies(named));
      if (applies.isNo()) {
        continue;
      }
      if (!statement.allows()) {
        spares = spares.and(applies.fails());
        denied |= applies.isYes();
        denying.add(applies.isYes() ? 0 : denying.size(), named.ground(kind));
      } else {
        Alternatives more = allows.or(applies.holds());
        if (more.isAlways()) {
          allowing.clear();
        }
        if (!more.equals(allows)) {
          allowing.add(named.ground(kind));
        }
        allows = more;
      }
    }
    return new Layer(allows, spares, denied, allowing, denying);
  }

  /** What the layer grants. */
  Grant grant() {
    return new Grant(allows, allowing);
  }

  /** Both must allow, as the levels of an organization must from its root down to the account. */
  Layer and(Layer other) {
    return new Layer(allows.and(other.allows), spares.and(other.spares), denied || other.denied, joined(allowing, other.allowing),
        joined(denying, other.denying));
  }

  static List<Ground> joined(List<Ground> first, List<Ground> second) {
    List<Ground> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
