package io.drawbridge.policy.aws;

import io.drawbridge.policy.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Alternatives of which none is needless: one that asks for more than another goes, and two that differ in one key's values are one. */
final class Choices {

  private static final Set<String> JOINED = Set.of("StringEquals", "StringLike", "IpAddress", "ArnLike", "ArnEquals", "Bool");

  private Choices() {}

  /** The same condition in fewer words, the alternatives that ask least first. */
  static List<Set<Requirement>> fewest(List<Set<Requirement>> given) {
    List<Set<Requirement>> choices = new ArrayList<>(given);
    while (resolveOne(choices) || joinOne(choices)) {
      choices = new ArrayList<>(new LinkedHashSet<>(choices));
    }
    choices.sort(Comparator.comparingInt(Set::size));
    List<Set<Requirement>> kept = new ArrayList<>();
    for (Set<Requirement> choice : choices) {
      if (kept.stream().noneMatch(other -> implies(choice, other))) {
        kept.removeIf(other -> implies(other, choice));
        kept.add(choice);
      }
    }
    return kept;
  }

  private static boolean implies(Set<Requirement> more, Set<Requirement> less) {
    return less.stream().allMatch(wanted -> more.contains(wanted) || more.stream().anyMatch(one -> implies(one, wanted)));
  }

  private static boolean implies(Requirement one, Requirement other) {
    if (!one.key().equalsIgnoreCase(other.key())) {
      return false;
    }
    Optional<Shape> shape = Shape.of(one);
    Optional<Shape> its = Shape.of(other);
    return shape.isPresent() && its.isPresent() && shape.get().implies(its.get());
  }

  /** Where one alternative asks for something alone, another need not ask for what is so without that anyway. */
  private static boolean resolveOne(List<Set<Requirement>> choices) {
    for (Set<Requirement> choice : choices) {
      if (choice.size() != 1) {
        continue;
      }
      Requirement opposite = RequirementText.negate(choice.iterator().next());
      for (int i = 0; i < choices.size(); i++) {
        Optional<Requirement> needless = choices.get(i).stream().filter(one -> one.equals(opposite) || implies(opposite, one)).findFirst();
        if (needless.isPresent()) {
          choices.set(i, without(choices.get(i), needless.get()));
          return true;
        }
      }
    }
    return false;
  }

  private static boolean joinOne(List<Set<Requirement>> choices) {
    for (int i = 0; i < choices.size(); i++) {
      for (int j = i + 1; j < choices.size(); j++) {
        Optional<Set<Requirement>> joined = joined(choices.get(i), choices.get(j));
        if (joined.isPresent()) {
          choices.set(i, joined.get());
          choices.remove(j);
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<Set<Requirement>> joined(Set<Requirement> first, Set<Requirement> second) {
    List<Requirement> own = first.stream().filter(one -> !second.contains(one)).toList();
    List<Requirement> its = second.stream().filter(one -> !first.contains(one)).toList();
    if (own.size() != 1 || its.size() != 1) {
      return Optional.empty();
    }
    return joined(own.getFirst(), its.getFirst()).map(both -> {
      Set<Requirement> all = without(first, own.getFirst());
      all.add(both);
      return all;
    });
  }

  private static Optional<Requirement> joined(Requirement one, Requirement other) {
    boolean alike = !one.negated() && !other.negated() && one.key().equalsIgnoreCase(other.key()) && one.operator().equals(other.operator());
    if (!alike || !JOINED.contains(one.operator()) || implies(one, other) || implies(other, one)) {
      return Optional.empty();
    }
    Set<String> values = new LinkedHashSet<>(one.values());
    values.addAll(other.values());
    return Optional.of(RequirementText.requirement(one.key(), one.operator(), List.copyOf(values)));
  }

  private static Set<Requirement> without(Set<Requirement> all, Requirement one) {
    Set<Requirement> rest = new LinkedHashSet<>(all);
    rest.remove(one);
    return rest;
  }
}
