package io.drawbridge.edge.aws;

import io.drawbridge.graph.Unread;
import io.drawbridge.policy.Requirement;
import io.drawbridge.policy.aws.NamedPolicy;
import java.util.List;

/**
 * The control policies of one kind that are in force in an account.
 *
 * @param levels one list per level from the organization's root down; each level must allow
 * @param unreadable what policies that exist and could not be read must permit
 * @param unread what was never collected
 */
public record ControlLevels(List<List<NamedPolicy>> levels, List<Requirement> unreadable, List<Unread> unread) {

  static final ControlLevels NONE = new ControlLevels(List.of(), List.of(), List.of());

  public ControlLevels {
    levels = List.copyOf(levels);
    unreadable = List.copyOf(unreadable);
    unread = List.copyOf(unread);
  }

  static ControlLevels neverCollected(Unread unread) {
    return new ControlLevels(List.of(), List.of(), List.of(unread));
  }
}
