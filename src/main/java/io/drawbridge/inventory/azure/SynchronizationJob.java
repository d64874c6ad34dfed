package io.drawbridge.inventory.azure;

import io.drawbridge.cloud.ResourceId.EntraId;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/**
 * A job by which an enterprise application writes users and groups of the tenant into another service.
 *
 * @param state of its schedule: {@code Active} or {@code Disabled}
 * @param code of its status: {@code Active}, {@code Paused}, {@code Quarantine} and others
 */
public record SynchronizationJob(Origin origin, EntraId id, EntraId application, String templateId, String state, String code) implements Resource {

  /** Whether it goes on writing: a job in quarantine still tries, and does as soon as the other service takes it. */
  public boolean runs() {
    return state.equalsIgnoreCase("Active") && !code.equalsIgnoreCase("Paused");
  }

  @Override
  public String name() {
    return templateId;
  }
}
