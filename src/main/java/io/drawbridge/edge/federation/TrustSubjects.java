package io.drawbridge.edge.federation;

import io.drawbridge.cloud.ResourceId;
import io.drawbridge.edge.Glob;
import io.drawbridge.policy.aws.PolicyDocument;
import io.drawbridge.policy.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

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
    String key = ResourceId.lowerCase(keyPrefix + ":sub");
    SortedSet<String> patterns = new TreeSet<>();
    boolean open = false;
    for (Statement statement : trust.statements()) {
      if (statement.allows() && names(statement, providerArn)) {
        List<String> asked = subjects(statement, key);
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

  /** Every pattern read as a literal text; a star in one is then a star of the subject. */
  SortedSet<String> literals() {
    return patterns;
  }

  private static boolean names(Statement statement, String providerArn) {
    return statement.principals().values().contains("Federated:" + providerArn)
        || statement.principals().values().contains("*");
  }

  private static List<String> subjects(Statement statement, String key) {
    return statement.conditions().stream()
        .filter(clause -> ResourceId.lowerCase(clause.key()).equals(key))
        .flatMap(clause -> clause.values().stream())
        .toList();
  }
}
