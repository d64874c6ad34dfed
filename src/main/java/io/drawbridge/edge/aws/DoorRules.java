package io.drawbridge.edge.aws;

import io.drawbridge.edge.EdgeRule;
import java.util.List;

/** What resources say themselves of strangers. */
final class DoorRules {

  static final List<EdgeRule> ALL = List.of(new FunctionDoors());

  private DoorRules() {}
}
