package io.drawbridge.edge.aws.door;

import io.drawbridge.edge.EdgeRule;
import java.util.List;

/** What resources say themselves of strangers. */
public final class DoorRules {

  public static final List<EdgeRule> ALL = List.of(new FunctionDoors(), new ApiDoors());

  private DoorRules() {}
}
