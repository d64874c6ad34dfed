package io.drawbridge.analysis.containment;

import java.util.List;

/**
 * One action on one target, ready to be weighed and carried out.
 *
 * @param target a node's index
 * @param detail what tells two measures of one action on one target apart, or empty
 * @param cuts what it takes away
 * @param endsHolding true when an attacker who holds the target, and cannot come by it again, loses it
 * @param preserve what to save before
 */
record Measure(
    ContainmentAction action, int target, String detail, List<Cut> cuts, boolean endsHolding, Runbook runbook, List<String> preserve) {

  /** What makes two measures the same. */
  record Key(ContainmentAction action, int target, String detail) {}

  Measure {
    cuts = List.copyOf(cuts);
    preserve = List.copyOf(preserve);
  }

  Key key() {
    return new Key(action, target, detail);
  }
}
