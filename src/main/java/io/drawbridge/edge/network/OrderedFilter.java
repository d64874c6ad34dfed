package io.drawbridge.edge.network;

import io.drawbridge.graph.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A filter in which the first rule that matches a packet decides, as AWS network ACLs and Azure network security groups do;
 * what no rule matches is denied.
 */
final class OrderedFilter {

  private OrderedFilter() {}

  /**
   * What gets through and by which rules.
   *
   * @param by the rules that let a port through, in the order they are asked
   */
  record Passed(PortSet ports, List<Evidence> by) {
    static final Passed NOTHING = new Passed(PortSet.NONE, List.of());

    Passed {
      by = List.copyOf(by);
    }

    /** Only what passes both filters. */
    Passed through(Passed next) {
      PortSet both = ports.intersect(next.ports);
      List<Evidence> rules = new ArrayList<>(by);
      rules.addAll(next.by);
      return both.isEmpty() ? NOTHING : new Passed(both, rules);
    }
  }

  static Passed evaluate(List<FilterRule> rules) {
    PortSet undecided = PortSet.ALL;
    PortSet passed = PortSet.NONE;
    List<Evidence> by = new ArrayList<>();
    for (FilterRule rule : rules.stream().sorted(Comparator.comparingInt(FilterRule::order)).toList()) {
      PortSet decided = undecided.intersect(rule.ports());
      undecided = undecided.minus(rule.ports());
      if (rule.allows() && !decided.isEmpty()) {
        passed = passed.union(decided);
        by.add(rule.evidence());
      }
    }
    return new Passed(passed, by);
  }

  /** A filter in which any rule that allows is enough, as AWS security groups are. */
  static Passed anyOf(List<FilterRule> rules) {
    PortSet passed = PortSet.NONE;
    List<Evidence> by = new ArrayList<>();
    for (FilterRule rule : rules) {
      passed = passed.union(rule.ports());
      by.add(rule.evidence());
    }
    return new Passed(passed, by);
  }
}
