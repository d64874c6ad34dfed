package io.drawbridge.analysis.attackpath;

import io.drawbridge.analysis.Premises;
import io.drawbridge.cloud.ResourceId;
import java.util.List;

/**
 * How can an attacker get from here to there?
 *
 * @param from empty for every node that is marked as an entry point
 * @param to empty for every node that is marked as a crown jewel
 * @param k the most paths for each pair of entry and target
 * @param limit the most paths in all
 */
public record AttackPathQuestion(List<ResourceId> from, List<ResourceId> to, int k, int limit, Premises premises) {

  public static final int DEFAULT_K = 3;
  public static final int DEFAULT_LIMIT = 1000;

  public AttackPathQuestion {
    from = from.stream().distinct().sorted().toList();
    to = to.stream().distinct().sorted().toList();
    if (k < 1 || limit < 1) {
      throw new IllegalArgumentException("at least one path must be asked for");
    }
  }

  public static AttackPathQuestion between(List<ResourceId> from, List<ResourceId> to) {
    return new AttackPathQuestion(from, to, DEFAULT_K, DEFAULT_LIMIT, Premises.DEFAULT);
  }
}
