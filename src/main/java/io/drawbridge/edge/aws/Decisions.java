package io.drawbridge.edge.aws;

import io.drawbridge.policy.Decision;
import io.drawbridge.policy.Ground;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import io.drawbridge.policy.aws.Residuals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Joins decisions that must hold together into one. */
public final class Decisions {

  /** Beyond this, the alternatives that ask least are kept. */
  private static final int MOST = 16;

  public static final Decision.Allowed YES = new Decision.Allowed(List.of());

  public static final Decision.Denied NO = new Decision.Denied(false, List.of());

  private Decisions() {}

  /** The one that asks least; the first of equals. */
  public static Decision better(Decision first, Decision second) {
    return FreeKeys.rank(second) < FreeKeys.rank(first) ? second : first;
  }

  static Decision all(List<Decision> decisions) {
    Decision joined = YES;
    for (Decision decision : decisions) {
      joined = and(joined, decision);
      if (!joined.possible()) {
        return joined;
      }
    }
    return joined;
  }

  public static Decision and(Decision first, Decision second) {
    if (!first.possible() || second.equals(YES)) {
      return first;
    }
    if (!second.possible()) {
      return second;
    }
    List<Ground> by = new ArrayList<>(first.by());
    by.addAll(second.by());
    by = by.stream().distinct().toList();
    List<Residual> products = products(alternatives(first), alternatives(second));
    if (products.isEmpty()) {
      return new Decision.Denied(false, by);
    }
    if (products.getFirst().requirements().isEmpty()) {
      return new Decision.Allowed(by);
    }
    boolean cut = products.size() > MOST;
    return new Decision.Conditional(cut ? products.subList(0, MOST) : products, by, cut || approximated(first) || approximated(second));
  }

  /** The decision when one of two is enough. */
  static Decision or(Decision first, Decision second) {
    if (first instanceof Decision.Allowed || !second.possible()) {
      return first;
    }
    if (second instanceof Decision.Allowed || !first.possible()) {
      return second;
    }
    List<Residual> mine = alternatives(first);
    List<Residual> either = Residuals.fewest(Stream.concat(mine.stream(), alternatives(second).stream()).toList());
    if (either.equals(mine)) {
      return first;
    }
    List<Ground> by = Stream.concat(first.by().stream(), second.by().stream()).distinct().toList();
    return either.getFirst().requirements().isEmpty() ? new Decision.Allowed(by)
        : new Decision.Conditional(either, by, approximated(first) || approximated(second));
  }

  /** The decision when, besides, all of these must hold. */
  public static Decision given(Decision decision, List<Requirement> requirements) {
    return requirements.isEmpty() ? decision
        : and(decision, new Decision.Conditional(List.of(new Residual(requirements)), List.of(), false));
  }

  /** What is left of a decision when a condition key is there, with what value is open. */
  static Decision present(Decision decision, String key) {
    if (!(decision instanceof Decision.Conditional conditional)) {
      return decision;
    }
    List<Residual> left = new ArrayList<>();
    for (Residual one : conditional.alternatives()) {
      if (one.requirements().stream().noneMatch(requirement -> presence(requirement, key) == Presence.REFUSED)) {
        left.add(new Residual(one.requirements().stream().filter(requirement -> presence(requirement, key) != Presence.GIVEN).toList()));
      }
    }
    if (left.stream().anyMatch(one -> one.requirements().isEmpty())) {
      return new Decision.Allowed(decision.by());
    }
    return left.isEmpty() ? new Decision.Denied(false, decision.by()) : new Decision.Conditional(left, decision.by(), conditional.approximated());
  }

  private enum Presence {
    GIVEN,
    REFUSED,
    NOT_ASKED
  }

  /** What a requirement says of a key that is there. */
  private static Presence presence(Requirement requirement, String key) {
    if (!requirement.key().equalsIgnoreCase(key) || !requirement.operator().equalsIgnoreCase("Null")) {
      return Presence.NOT_ASKED;
    }
    return requirement.values().contains("true") == requirement.negated() ? Presence.GIVEN : Presence.REFUSED;
  }

  private static boolean approximated(Decision decision) {
    return decision instanceof Decision.Conditional conditional && conditional.approximated();
  }

  private static List<Residual> alternatives(Decision decision) {
    return decision instanceof Decision.Conditional conditional ? conditional.alternatives() : List.of(new Residual(List.of()));
  }

  private static List<Residual> products(List<Residual> first, List<Residual> second) {
    Set<Residual> products = new LinkedHashSet<>();
    for (Residual mine : first) {
      for (Residual theirs : second) {
        Set<Requirement> both = new LinkedHashSet<>(mine.requirements());
        both.addAll(theirs.requirements());
        if (both.stream().noneMatch(one -> both.stream().anyMatch(other -> contradict(one, other)))) {
          products.add(new Residual(List.copyOf(both)));
        }
      }
    }
    return products.stream().sorted(Comparator.comparingInt(residual -> residual.requirements().size())).toList();
  }

  private static boolean contradict(Requirement one, Requirement other) {
    return one.negated() != other.negated() && one.key().equals(other.key()) && one.operator().equals(other.operator())
        && one.values().equals(other.values());
  }
}
