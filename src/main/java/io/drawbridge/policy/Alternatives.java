package io.drawbridge.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * A condition in disjunctive form: one of the alternatives, each a set of requirements, must hold.
 *
 * <p>INVARIANT: no alternative contains another or contradicts itself; at most {@value #MOST} are kept while computing, the
 * weakest ones, the smallest first, and no more than {@value #LONGEST} requirements of each; what was left out makes it {@code
 * approximated}.
 *
 * @param of empty: never; one empty set: always
 */
public record Alternatives(List<Set<Requirement>> of, boolean approximated) {

  public static final Alternatives NEVER = new Alternatives(List.of(), false);
  public static final Alternatives ALWAYS = new Alternatives(List.of(Set.of()), false);

  private static final int MOST = 32;
  private static final int LONGEST = 256;

  /** Requirements that one product may copy: what keeps thousands of them cheap. */
  private static final int WORK = 16_384;

  public Alternatives {
    of = List.copyOf(of);
  }

  /** Holds if all the requirements do. */
  public static Alternatives all(List<Requirement> requirements) {
    return simplify(List.of(new LinkedHashSet<>(requirements)), false);
  }

  /** Holds if one of the requirements does not. */
  public static Alternatives notAll(List<Requirement> requirements) {
    return simplify(requirements.stream().map(requirement -> Set.of(negate(requirement))).toList(), false);
  }

  /** Holds if every part does. */
  public static Alternatives every(List<Alternatives> parts) {
    return folded(parts, ALWAYS, Alternatives::and);
  }

  /** Holds if some part does. */
  public static Alternatives some(List<Alternatives> parts) {
    return folded(parts, NEVER, Alternatives::or);
  }

  public boolean isNever() {
    return of.isEmpty();
  }

  public boolean isAlways() {
    return of.size() == 1 && of.getFirst().isEmpty();
  }

  public Alternatives or(Alternatives other) {
    if (isAlways() || other.isNever()) {
      return this;
    }
    if (other.isAlways() || isNever()) {
      return other;
    }
    List<Set<Requirement>> all = new ArrayList<>(of);
    all.addAll(other.of);
    return simplify(all, approximated || other.approximated);
  }

  public Alternatives and(Alternatives other) {
    if (isAlways() || other.isNever()) {
      return other;
    }
    if (other.isAlways() || isNever()) {
      return this;
    }
    int most = (int) Math.sqrt((double) WORK / (of.getLast().size() + other.of.getLast().size()));
    List<Set<Requirement>> products = new ArrayList<>();
    for (Set<Requirement> mine : of.subList(0, Math.min(most, of.size()))) {
      for (Set<Requirement> theirs : other.of.subList(0, Math.min(most, other.of.size()))) {
        Set<Requirement> both = new LinkedHashSet<>(mine);
        both.addAll(theirs);
        products.add(both);
      }
    }
    return simplify(products, approximated || other.approximated || of.size() > most || other.of.size() > most);
  }

  /** The alternatives as residuals, the ones that ask least first. */
  public List<Residual> residuals() {
    return of.stream().map(all -> new Residual(List.copyOf(all))).toList();
  }

  public static Requirement negate(Requirement requirement) {
    String text = requirement.text().startsWith("not: ") ? requirement.text().substring("not: ".length()) : "not: " + requirement.text();
    return new Requirement(requirement.key(), requirement.operator(), requirement.values(), !requirement.negated(), text);
  }

  /** Folds in pairs of pairs, so that the work stays near linear however many parts there are. */
  private static Alternatives folded(List<Alternatives> parts, Alternatives none, BinaryOperator<Alternatives> fold) {
    List<Alternatives> level = parts;
    while (level.size() > 1) {
      List<Alternatives> next = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        next.add(i + 1 < level.size() ? fold.apply(level.get(i), level.get(i + 1)) : level.get(i));
      }
      level = next;
    }
    return level.isEmpty() ? none : level.getFirst();
  }

  private static Alternatives simplify(List<Set<Requirement>> alternatives, boolean approximated) {
    boolean cut = approximated;
    List<Set<Requirement>> sorted = new ArrayList<>(alternatives);
    sorted.sort(Comparator.comparingInt(Set::size));
    List<Set<Requirement>> kept = new ArrayList<>();
    for (Set<Requirement> candidate : sorted) {
      if (contradicts(candidate) || kept.stream().anyMatch(candidate::containsAll)) {
        continue;
      }
      if (kept.size() == MOST) {
        cut = true;
        break;
      }
      cut |= candidate.size() > LONGEST;
      kept.add(shortened(candidate));
    }
    // What was left out might have held where the rest contradicts itself: it stays open rather than becoming impossible.
    if (kept.isEmpty() && cut && !sorted.isEmpty()) {
      kept.add(shortened(sorted.getFirst()));
    }
    return new Alternatives(kept, cut);
  }

  private static boolean contradicts(Set<Requirement> candidate) {
    return candidate.stream().anyMatch(requirement -> requirement.negated() && candidate.contains(negate(requirement)));
  }

  private static Set<Requirement> shortened(Set<Requirement> candidate) {
    return candidate.size() <= LONGEST ? candidate : new LinkedHashSet<>(List.copyOf(candidate).subList(0, LONGEST));
  }
}
