package io.drawbridge.edge.aws;

import io.drawbridge.policy.aws.NamedPolicy;
import io.drawbridge.policy.aws.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The resource patterns on which a caller's side of an action depends.
 *
 * @param all of every statement that speaks of the action
 * @param allowing of those of its identity policies that allow
 */
record RelevantPatterns(SortedSet<String> all, SortedSet<String> allowing) {

  private static final String EVERYTHING = "*";

  /** What a caller's documents say of an action. */
  static RelevantPatterns of(PrincipalDocuments documents, String action, Map<String, List<String>> context) {
    List<Statement> own = speaking(documents.identity(), action).toList();
    SortedSet<String> allowing = new TreeSet<>();
    own.stream().filter(Statement::allows).forEach(statement -> allowing.addAll(allowed(statement, context)));
    if (own.stream().anyMatch(RelevantPatterns::allowsEverything)) {
      allowing.clear();
      allowing.add(EVERYTHING);
    }
    SortedSet<String> all = new TreeSet<>(allowing);
    own.stream().filter(statement -> !statement.allows() || statement.resources().negated()).forEach(statement -> all.addAll(patterns(statement, context)));
    List<NamedPolicy> limits = Stream.concat(documents.boundary().stream().flatMap(List::stream), documents.scps().stream().flatMap(List::stream)).toList();
    all.addAll(of(limits, action, context));
    return new RelevantPatterns(all, allowing);
  }

  /** The patterns of policies that only restrict. */
  static SortedSet<String> of(List<NamedPolicy> policies, String action, Map<String, List<String>> context) {
    SortedSet<String> all = new TreeSet<>();
    speaking(policies, action).forEach(statement -> all.addAll(patterns(statement, context)));
    return all;
  }

  private static Stream<Statement> speaking(List<NamedPolicy> policies, String action) {
    return policies.stream().flatMap(policy -> policy.document().statements().stream()).filter(statement -> statement.speaksOf(action));
  }

  /** What such a statement allows makes every other allowing pattern irrelevant. */
  private static boolean allowsEverything(Statement statement) {
    return statement.allows() && statement.conditions().isEmpty() && !statement.resources().negated()
        && statement.resources().values().contains(EVERYTHING);
  }

  private static List<String> allowed(Statement statement, Map<String, List<String>> context) {
    return statement.resources().negated() ? List.of(EVERYTHING) : patterns(statement, context);
  }

  private static List<String> patterns(Statement statement, Map<String, List<String>> context) {
    return statement.resources().values().stream().map(value -> PatternText.complete(PatternText.fill(value, context))).toList();
  }
}
