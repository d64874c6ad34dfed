package io.drawbridge.analysis.containment;

import java.util.List;

/**
 * How a step is done and undone.
 *
 * @param commands in order
 * @param permissions what whoever runs them needs, as the provider names it
 * @param rollback commands that restore what was, in order
 */
public record Runbook(List<Command> commands, List<String> permissions, List<Command> rollback) {

  public Runbook {
    commands = List.copyOf(commands);
    permissions = List.copyOf(permissions);
    rollback = List.copyOf(rollback);
  }
}
