package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;

/** Whether an account lets anybody use the serial consoles of its instances, in one region. */
public record SerialConsoleAccess(Origin origin, Arn id, boolean enabled) implements Resource {

  @Override
  public String name() {
    return id.name();
  }
}
