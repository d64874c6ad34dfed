package io.drawbridge.policy.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An ABAC condition, ready to be evaluated.
 *
 * <p>The steps are in postfix order, so that neither many clauses nor deep brackets need a deep stack.
 */
record Condition(List<Step> steps) {

  /** The only version of the language that Azure accepts. */
  static final String VERSION = "2.0";

  Condition {
    steps = List.copyOf(steps);
  }

  /** What one step does with the verdicts before it. */
  sealed interface Step {

    /** Adds the verdict of a clause. */
    record Ask(Clause clause) implements Step {}

    /** Turns the last verdict around. */
    record Not() implements Step {}

    /** Joins the last verdicts: all of them, or any of them. */
    record Join(boolean every, int count) implements Step {}
  }

  /** Reads a condition; empty when it does not parse or is of a version that is not known. */
  static Optional<Condition> parse(String condition, String version) {
    return version.equals(VERSION) ? ConditionTokens.of(condition).flatMap(tokens -> new ConditionParser(tokens).parse()) : Optional.empty();
  }

  /** The patterns of its clauses about the action. */
  List<String> actions() {
    List<String> patterns = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Ask(Clause.ActionMatches matches)) {
        patterns.addAll(matches.patterns());
      }
    }
    return patterns;
  }

  Verdict evaluate(Function<Clause, Verdict> clauses) {
    List<Verdict> stack = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Ask ask -> stack.add(clauses.apply(ask.clause()));
        case Step.Not not -> stack.add(stack.removeLast().not());
        case Step.Join join -> {
          List<Verdict> last = stack.subList(stack.size() - join.count(), stack.size());
          Verdict joined = join.every() ? Verdict.every(List.copyOf(last)) : Verdict.some(List.copyOf(last));
          last.clear();
          stack.add(joined);
        }
      }
    }
    return stack.getFirst();
  }
}
