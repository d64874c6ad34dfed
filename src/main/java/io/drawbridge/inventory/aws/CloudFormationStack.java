package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stack of AWS CloudFormation. */
public record CloudFormationStack(Origin origin, Arn id, String role, String status, SortedMap<String, String> tagged) implements Workload {

  public CloudFormationStack {
    tagged = Collections.unmodifiableSortedMap(new TreeMap<>(tagged));
  }

  @Override
  public String rolePointer() {
    return "/RoleARN";
  }

  @Override
  public Optional<SortedMap<String, String>> tags() {
    return Optional.of(tagged);
  }
}
