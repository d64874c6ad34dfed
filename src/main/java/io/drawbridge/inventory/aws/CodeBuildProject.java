package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Project of AWS CodeBuild.
 *
 * @param batches whether it is set up for batch builds
 * @param bucketAndKey where its source lies in S3: {@code bucket/key}; empty when it lies elsewhere
 * @param image that its builds run in
 */
public record CodeBuildProject(Origin origin, Arn id, String role, boolean batches, String bucketAndKey, String image, SortedMap<String, String> tagged) implements Workload {

  public CodeBuildProject {
    tagged = Collections.unmodifiableSortedMap(new TreeMap<>(tagged));
  }

  @Override
  public String rolePointer() {
    return "/serviceRole";
  }

  @Override
  public Optional<SortedMap<String, String>> tags() {
    return Optional.of(tagged);
  }
}
