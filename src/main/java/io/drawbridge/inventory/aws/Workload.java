package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Resource;
import java.util.Optional;
import java.util.SortedMap;

/** Compute that a service keeps for its customer, and that may have a role. */
public interface Workload extends Resource {

  @Override
  Arn id();

  /** The role whose credentials code on it has: its ARN, its name where the service keeps no more, or empty when it has none. */
  String role();

  /** Where in the item the role stands. */
  String rolePointer();

  /** Its tags, where the listing tells them. */
  default Optional<SortedMap<String, String>> tags() {
    return Optional.empty();
  }

  @Override
  default String name() {
    return id().name();
  }
}
