package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Glob;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import io.drawbridge.policy.aws.Statement.ConditionClause;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which subjects the allowing statements of a role's trust speak of: candidates only; whether one is admitted is the
 * evaluator's to say.
 *
 * @param patterns as written in conditions on the subject; literals included
 * @param open true when a statement allows without asking for the subject
 */
record TrustSubjects(SortedSet<String> patterns, boolean open) {

  /**
   * @param keyPrefix the provider's condition key prefix: its URL without scheme
   */
  static TrustSubjects of(PolicyDocument trust, String providerArn, String keyPrefix) {
    SortedSet<String> patterns = new TreeSet<>();
    boolean open = false;
    for (Statement statement : trust.statements()) {
      if (statement.allows() && names(statement, providerArn)) {
        List<String> asked = positive(statement, keyPrefix + ":sub");
        patterns.addAll(asked);
        open |= asked.isEmpty();
      }
    }
    return new TrustSubjects(patterns, open);
  }

  /** The patterns with a wildcard, and {@code *} when the trust asks for no subject. */
  List<Glob> globs() {
    List<Glob> globs = new ArrayList<>(patterns.stream().map(Glob::new).filter(glob -> !glob.isLiteral()).toList());
    if (open) {
      globs.add(new Glob("*"));
    }
    return globs;
  }

  /** Every pattern without a wildcard. */
  List<String> literals() {
    return patterns.stream().filter(pattern -> new Glob(pattern).isLiteral()).toList();
  }

  /** The values that a statement compares a key with, under whatever operator. */
  static List<String> values(Statement statement, String key) {
    return clauses(statement, key).flatMap(clause -> clause.values().stream()).toList();
  }

  /** Whether a statement has a condition on a key. */
  static boolean asks(Statement statement, String key) {
    return clauses(statement, key).findAny().isPresent();
  }

  /** What a subject must be, not what it must not be: that leaves it open. */
  private static List<String> positive(Statement statement, String key) {
    return clauses(statement, key)
        .filter(clause -> !ResourceId.lowerCase(clause.operator()).contains("not") && !ResourceId.lowerCase(clause.operator()).endsWith("null"))
        .flatMap(clause -> clause.values().stream())
        .toList();
  }

  private static Stream<ConditionClause> clauses(Statement statement, String key) {
    String wanted = ResourceId.lowerCase(key);
    return statement.conditions().stream().filter(clause -> ResourceId.lowerCase(clause.key()).equals(wanted));
  }

  private static boolean names(Statement statement, String providerArn) {
    return statement.principals().values().contains("Federated:" + providerArn)
        || statement.principals().values().contains("*");
  }
}
