package io.drawbridge.edge.network;

import io.drawbridge.graph.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A filter on the way of a packet: who gets through to which ports, and by which rules. */
public sealed interface PacketFilter {

  List<FilterRule> rules();

  /** What of the arriving ports gets through, from or to a peer. */
  Passed pass(Peer peer, Protocol protocol, PortSet arriving);

  /** The blocks by which the rules tell peers apart. */
  default List<IpBlock> blocks() {
    return rules().stream().flatMap(rule -> rule.peers().blocks().stream()).distinct().toList();
  }

  /**
   * What got through.
   *
   * @param by the rules that let a port through, in the order they are asked
   */
  record Passed(PortSet ports, List<Evidence> by) {
    public static final Passed NOTHING = new Passed(PortSet.NONE, List.of());

    public Passed {
      by = List.copyOf(by);
    }

    public boolean isNothing() {
      return ports.isEmpty();
    }

    public Passed or(Passed other) {
      return new Passed(ports.union(other.ports), joined(by, other.by));
    }

    /** With evidence of something else that had to hold. */
    public Passed because(Collection<Evidence> more) {
      return new Passed(ports, joined(by, more));
    }

    private static List<Evidence> joined(List<Evidence> some, Collection<Evidence> more) {
      List<Evidence> all = new ArrayList<>(some);
      all.addAll(more);
      return all.stream().distinct().toList();
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
    public Passed pass(Peer peer, Protocol protocol, PortSet arriving) {
      PortSet undecided = arriving;
      PortSet passed = PortSet.NONE;
      List<Evidence> by = new ArrayList<>();
      for (FilterRule rule : rules) {
        if (undecided.isEmpty()) {
          break;
        }
        PortSet decided = rule.speaksOf(peer, protocol) ? undecided.intersect(rule.ports()) : PortSet.NONE;
        undecided = undecided.minus(decided);
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
    public Passed pass(Peer peer, Protocol protocol, PortSet arriving) {
      PortSet passed = PortSet.NONE;
      List<Evidence> by = new ArrayList<>();
      for (FilterRule rule : rules) {
        PortSet here = rule.speaksOf(peer, protocol) ? arriving.intersect(rule.ports()) : PortSet.NONE;
        if (!here.isEmpty()) {
          passed = passed.union(here);
          by.add(rule.evidence());
        }
      }
      return new Passed(passed, by);
    }
  }

  /** What of the arriving ports passes all filters; of each filter only the rules that let one of these ports through. */
  static Passed through(List<PacketFilter> filters, Peer peer, Protocol protocol, PortSet arriving) {
    PortSet ports = arriving;
    for (PacketFilter filter : filters) {
      ports = filter.pass(peer, protocol, ports).ports();
    }
    if (ports.isEmpty()) {
      return Passed.NOTHING;
    }
    Passed passed = new Passed(ports, List.of());
    for (PacketFilter filter : filters) {
      passed = passed.because(filter.pass(peer, protocol, ports).by());
    }
    return passed;
  }
}
