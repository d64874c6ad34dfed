package io.drawbridge.edge.network;

import io.drawbridge.graph.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A filter on the way of a packet: which ports get through, and by which rules. */
sealed interface PacketFilter {

  /** What of the arriving ports gets through. */
  Passed pass(PortSet arriving);

  /**
   * What got through.
   *
   * @param by the rules that let a port through, in the order they are asked
   */
  record Passed(PortSet ports, List<Evidence> by) {
    static final Passed NOTHING = new Passed(PortSet.NONE, List.of());

    public Passed {
      by = List.copyOf(by);
    }

    boolean isNothing() {
      return ports.isEmpty();
    }

    Passed or(Passed other) {
      List<Evidence> rules = new ArrayList<>(by);
      rules.addAll(other.by);
      return new Passed(ports.union(other.ports), rules);
    }
  }

  /**
   * The first rule that matches a packet decides, as in AWS network ACLs and Azure network security groups; what no rule matches is
   * denied.
   */
  record FirstMatch(List<FilterRule> rules) implements PacketFilter {
    public FirstMatch {
      rules = rules.stream().sorted(Comparator.comparingInt(FilterRule::order)).toList();
    }

    @Override
    public Passed pass(PortSet arriving) {
      PortSet undecided = arriving;
      PortSet passed = PortSet.NONE;
      List<Evidence> by = new ArrayList<>();
      for (FilterRule rule : rules) {
        PortSet decided = undecided.intersect(rule.ports());
        undecided = undecided.minus(rule.ports());
        if (rule.allows() && !decided.isEmpty()) {
          passed = passed.union(decided);
          by.add(rule.evidence());
        }
      }
      return new Passed(passed, by);
    }
  }

  /** Any rule is enough, as in AWS security groups. */
  record AnyOf(List<FilterRule> rules) implements PacketFilter {
    public AnyOf {
      rules = List.copyOf(rules);
    }

    @Override
    public Passed pass(PortSet arriving) {
      PortSet passed = PortSet.NONE;
      List<Evidence> by = new ArrayList<>();
      for (FilterRule rule : rules) {
        PortSet here = arriving.intersect(rule.ports());
        if (!here.isEmpty()) {
          passed = passed.union(here);
          by.add(rule.evidence());
        }
      }
      return new Passed(passed, by);
    }
  }

  /** What passes all filters; of each filter only the rules that let one of these ports through. */
  static Passed through(List<PacketFilter> filters) {
    PortSet ports = PortSet.ALL;
    for (PacketFilter filter : filters) {
      ports = filter.pass(ports).ports();
    }
    List<Evidence> by = new ArrayList<>();
    for (PacketFilter filter : filters) {
      by.addAll(filter.pass(ports).by());
    }
    return ports.isEmpty() ? Passed.NOTHING : new Passed(ports, by);
  }
}
