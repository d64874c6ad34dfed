package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Definition of jobs of AWS Batch, one revision.
 *
 * @param image that its jobs run
 * @param usable whether it is active and runs one container on Amazon ECS
 */
public record BatchJobDefinition(Origin origin, Arn id, String role, String image, boolean usable, SortedMap<String, String> tagged) implements Workload {

  public BatchJobDefinition {
    tagged = Collections.unmodifiableSortedMap(new TreeMap<>(tagged));
  }

  @Override
  public String rolePointer() {
    return "/containerProperties/jobRoleArn";
  }

  @Override
  public Optional<SortedMap<String, String>> tags() {
    return Optional.of(tagged);
  }
}
