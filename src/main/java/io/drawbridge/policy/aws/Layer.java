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

  /** Evaluates policies of which one allow is enough. */
  static Layer of(PolicyLayer kind, List<NamedPolicy> policies, StatementMatch request, Function<Statement, Truth> concerns) {
    if (policies.isEmpty()) {
      return SILENT;
    }
    Alternatives allows = Alternatives.NEVER;
    Alternatives spares = Alternatives.ALWAYS;
    boolean denied = false;
    List<Ground> allowing = new ArrayList<>();
    List<Ground> denying = new ArrayList<>();
    for (NamedPolicy policy : policies) {
      for (Statement statement : policy.document().statements()) {
        Truth named = concerns.apply(statement);
        Truth applies = named.isNo() ? Truth.NO : named.and(request.applies(statement, policy.document().version()));
        if (applies.isNo()) {
          continue;
        }
        var ground = new Ground(kind, policy.name(), statement.ref());
        if (!statement.allows()) {
          spares = spares.and(applies.fails());
          denied |= applies.isYes();
          denying.add(applies.isYes() ? 0 : denying.size(), ground);
        } else if (!allows.isAlways()) {
          Alternatives more = allows.or(applies.holds());
          if (more.isAlways()) {
            allowing.clear();
          }
          if (!more.equals(allows)) {
            allowing.add(ground);
          }
          allows = more;
        }
      }
    }
    return new Layer(allows, spares, denied, allowing, denying);
  }

  /** Evaluates levels of which each must allow, as from an organization's root down to the account. */
  static Layer levels(PolicyLayer kind, List<List<NamedPolicy>> levels, StatementMatch request, Function<Statement, Truth> concerns) {
    Layer all = ABSENT;
    for (List<NamedPolicy> level : levels) {
      all = all.and(of(kind, level, request, concerns));
    }
    return all;
  }

  /** What the layer grants. */
  Grant grant() {
    return new Grant(allows, allowing);
  }

  private Layer and(Layer other) {
    return new Layer(allows.and(other.allows), spares.and(other.spares), denied || other.denied, joined(allowing, other.allowing),
        joined(denying, other.denying));
  }

  static List<Ground> joined(List<Ground> first, List<Ground> second) {
    List<Ground> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
