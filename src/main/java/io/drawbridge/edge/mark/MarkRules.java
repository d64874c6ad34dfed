package io.drawbridge.edge.mark;

import io.drawbridge.edge.Derivation;
import io.drawbridge.edge.Estate;
import io.drawbridge.edge.NodeRule;
import java.util.List;

/** Every rule that marks nodes; to be asked after the rules that describe them. */
public final class MarkRules {

  public static final List<NodeRule> NODES = List.of(new EntryPoints(), new CrownJewels());

  private MarkRules() {}

  /** What was derived with the marks that follow from its edges. */
  public static Derivation over(Estate estate, Derivation derived) {
    return GraphMarks.over(estate, derived);
  }
}
