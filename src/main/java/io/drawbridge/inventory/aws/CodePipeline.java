package io.drawbridge.inventory.aws;

import io.drawbridge.cloud.ResourceId.Arn;
import io.drawbridge.inventory.Origin;
import io.drawbridge.inventory.Resource;
import java.util.List;

/**
 * Pipeline of AWS CodePipeline, as far as it takes code from S3.
 *
 * @param builds what is built of an object
 */
public record CodePipeline(Origin origin, Arn id, List<Build> builds) implements Resource {

  public CodePipeline {
    builds = List.copyOf(builds);
  }

  /**
   * A project that builds what an object holds.
   *
   * @param bucketAndKey {@code bucket/key}
   * @param project the name of the CodeBuild project
   * @param pointer to the action that takes the object
   */
  public record Build(String bucketAndKey, String project, String pointer) {}

  @Override
  public String name() {
    return id.name();
  }
}
