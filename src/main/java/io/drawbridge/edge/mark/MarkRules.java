package io.drawbridge.edge.mark;

import io.drawbridge.edge.NodeRule;
import java.util.List;

/** Every rule that marks nodes; to be asked after the rules that describe them. */
public final class MarkRules {

  public static final List<NodeRule> NODES = List.of(new EntryPoints(), new CrownJewels());

  private MarkRules() {}
}
