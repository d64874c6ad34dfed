package io.drawbridge.policy.aws;

import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.Residual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition in disjunctive form: one of the alternatives, each a set of requirements, must hold.
 *
 * <p>INVARIANT: no alternative contains another or contradicts itself; at most {@value #MOST} are kept while computing, the
 * weakest ones, and then {@code approximated} is true.
 *
 * @param of empty: never; one empty set: always
 */
record Alternatives(List<Set<Requirement>> of, boolean approximated) {

  static final Alternatives NEVER = new Alternatives(List.of(), false);
  static final Alternatives ALWAYS = new Alternatives(List.of(Set.of()), false);

  private static final int MOST = 32;

  static Alternatives when(Truth truth) {
    return truth.isNo() ? NEVER : simplify(List.of(new LinkedHashSet<>(truth.requirements())), false);
  }

  /** What must hold for a statement not to apply. */
  static Alternatives unless(Truth truth) {
    return truth.isNo()
        ? ALWAYS
        : simplify(truth.requirements().stream().map(requirement -> Set.of(negate(requirement))).toList(), false);
  }

  boolean isNever() {
    return of.isEmpty();
  }

  boolean isAlways() {
    return of.size() == 1 && of.getFirst().isEmpty();
  }

  Alternatives or(Alternatives other) {
    List<Set<Requirement>> all = new ArrayList<>(of);
    all.addAll(other.of);
    return simplify(all, approximated || other.approximated);
  }

  Alternatives and(Alternatives other) {
    if (isAlways() || other.isNever()) {
      return other;
    }
    if (other.isAlways() || isNever()) {
      return this;
    }
    List<Set<Requirement>> products = new ArrayList<>();
    for (Set<Requirement> mine : of) {
      for (Set<Requirement> theirs : other.of) {
        Set<Requirement> both = new LinkedHashSet<>(mine);
        both.addAll(theirs);
        products.add(both);
      }
    }
    return simplify(products, approximated || other.approximated);
  }

  /** The alternatives as residuals, the ones that ask least first. */
  List<Residual> residuals() {
    return of.stream().map(all -> new Residual(List.copyOf(all))).toList();
  }

  static Requirement negate(Requirement requirement) {
    String text = requirement.text().startsWith("not: ") ? requirement.text().substring("not: ".length()) : "not: " + requirement.text();
    return new Requirement(requirement.key(), requirement.operator(), requirement.values(), !requirement.negated(), text);
  }

  private static Alternatives simplify(List<Set<Requirement>> alternatives, boolean approximated) {
    List<Set<Requirement>> sorted = new ArrayList<>(alternatives);
    sorted.sort(Comparator.comparingInt(Set::size));
    List<Set<Requirement>> kept = new ArrayList<>();
    for (Set<Requirement> candidate : sorted) {
      boolean contradicts = candidate.stream().anyMatch(requirement -> candidate.contains(negate(requirement)));
      if (!contradicts && kept.stream().noneMatch(candidate::containsAll)) {
        kept.add(candidate);
      }
    }
    boolean cut = kept.size() > MOST;
    return new Alternatives(List.copyOf(cut ? kept.subList(0, MOST) : kept), approximated || cut);
  }
}
