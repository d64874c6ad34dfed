package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/** The blocks that a managed prefix list stands for, under the ARN of the list. */
public record PrefixListEntries(Origin origin, Arn id, List<String> blocks) implements Resource {

  public PrefixListEntries {
    blocks = List.copyOf(blocks);
  }

  @Override
  public String name() {
    return id.name();
  }
}
